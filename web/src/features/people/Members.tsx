import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { useMe } from "../../api/session";
import type { Member, TenantRef } from "../../api/types";
import { useCan, useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Dialog";
import { Field, SelectField } from "../../ui/Field";
import { Time } from "../../ui/Time";
import { say } from "../../ui/toast";
import { sentenceOf } from "../../ui/Waits";
import { FormDialog } from "./FormDialog";
import { PeopleTable } from "./PeopleTable";
import { memberList } from "./queries";
import { memberSchema } from "./schemas";
import { useRefusal } from "./useRefusal";

const roles = ["admin", "member", "viewer"] as const;

export function Members({ tenant }: { tenant: TenantRef }) {
  const { t } = useTranslation();
  const user = useMe();
  const scope = useScope();
  const client = useQueryClient();
  const may = useCan("members:write");
  const query = useQuery(memberList(scope, tenant.id));
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  const form = useForm({ resolver: zodResolver(memberSchema), defaultValues: { email: "", name: "", role: "member" as (typeof roles)[number], password: "" } });
  const { problem, refuse, wrong, clear } = useRefusal(form);
  const close = () => { setOpen(false); form.reset(); clear(); };
  const refresh = () => client.invalidateQueries({ queryKey: keys.members(scope.key, tenant.id) });
  const submit = form.handleSubmit(async ({ password, ...values }) => {
    try {
      await ok(api(scope.header).POST("/tenants/{id}/members", { params: { path: { id: tenant.id } }, body: { ...values, ...(password ? { password } : {}) } }));
      await refresh();
      close();
      say(t("people.memberMade", { name: values.name }));
    } catch (e) {
      refuse(e);
    }
  });
  const remove = useMutation({
    mutationFn: (m: Member) => ok(api(scope.header).DELETE("/tenants/{id}/members/{user_id}", { params: { path: { id: tenant.id, user_id: m.user_id } } })),
    onSuccess: async (_, m) => { await refresh(); setLeaving(undefined); say(t("people.memberGone", { name: m.name })); },
  });
  return (
    <>
      <PeopleTable
        query={query} label={t("people.membersOf", { name: tenant.name })} note={t("people.membersNote")} cols="pe-cols" heads={[t("people.name"), t("people.email"), t("people.role"), t("people.since"), ""]} empty={t("people.noMembers")} fault={t("people.fault")}
        action={may ? <Button kind="pri" icon="plus" onClick={() => setOpen(true)}>{t("people.addMember")}</Button> : undefined}
        row={(m) => (
          <div key={m.user_id} className="rw pe-cols" role="row">
            <span role="cell" className="m clip">{m.name}</span><span role="cell" className="s clip">{m.email}</span><span role="cell">{t(`people.memberRole.${m.role}`)}</span><span role="cell" className="num s"><Time at={m.created_at} /></span>
            <span role="cell" className="r">{may && m.user_id !== user.id ? <Button kind="quiet" icon="trash" label={t("people.removeOne", { name: m.name })} onClick={() => setLeaving(m)} /> : null}</span>
          </div>
        )}
      />
      <FormDialog title={t("people.addMember")} open={open} onClose={close} onSubmit={() => void submit()} act={t("people.add")} busy={form.formState.isSubmitting} dirty={form.formState.isDirty} problem={problem}>
        <Field label={t("people.email")} type="email" autoFocus autoComplete="off" error={wrong("email")} {...form.register("email")} />
        <Field label={t("people.name")} autoComplete="off" error={wrong("name")} {...form.register("name")} />
        <SelectField label={t("people.role")} hint={t("people.roleHint")} {...form.register("role")}>{roles.map((r) => <option key={r} value={r}>{t(`people.memberRole.${r}`)}</option>)}</SelectField>
        <Field label={t("people.password")} type="password" autoComplete="new-password" hint={t("people.passwordKnown")} error={wrong("password")} {...form.register("password")} />
      </FormDialog>
      <Confirm
        open={Boolean(leaving)} onClose={() => setLeaving(undefined)} danger busy={remove.isPending} title={t("people.removeTitle", { name: leaving?.name ?? "" })} effect={t("people.removeEffect", { name: leaving?.name ?? "", tenant: tenant.name })}
        act={t("people.remove")} onAct={() => { if (leaving) remove.mutate(leaving); }} problem={remove.isError ? sentenceOf(remove.error, t as never) : undefined}
      />
    </>
  );
}

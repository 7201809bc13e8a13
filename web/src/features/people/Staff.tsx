import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { useMe } from "../../api/session";
import type { StaffUser } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Field, SelectField } from "../../ui/Field";
import { Time } from "../../ui/Time";
import { say } from "../../ui/toast";
import { FormDialog } from "./FormDialog";
import { Grants } from "./Grants";
import { PeopleTable } from "./PeopleTable";
import { userList } from "./queries";
import { staffSchema } from "./schemas";
import { useRefusal } from "./useRefusal";

const roles = ["owner", "admin", "warehouse", "support", "billing"] as const;

export function Staff() {
  const { t } = useTranslation();
  const me = useMe();
  const scope = useScope();
  const client = useQueryClient();
  const query = useQuery(userList(scope));
  const [open, setOpen] = useState(false);
  const [granting, setGranting] = useState<StaffUser>();
  const form = useForm({ resolver: zodResolver(staffSchema), defaultValues: { email: "", name: "", platform_role: "warehouse" as (typeof roles)[number], password: "", all_tenants: true } });
  const { problem, refuse, wrong, clear } = useRefusal(form);
  const close = () => { setOpen(false); form.reset(); clear(); };
  const submit = form.handleSubmit(async (body) => {
    try {
      await ok(api().POST("/users", { body }));
      await client.invalidateQueries({ queryKey: keys.users(scope.key) });
      close();
      say(t("people.staffMade", { name: body.name }));
    } catch (e) {
      refuse(e);
    }
  });
  return (
    <>
      <PeopleTable
        query={query} label={t("people.view.staff")} note={t("people.staffNote")} cols="st-cols" heads={[t("people.name"), t("people.email"), t("people.role"), t("people.reach"), t("people.since")]} empty={t("people.noStaff")} fault={t("people.fault")}
        action={<Button kind="pri" icon="plus" onClick={() => setOpen(true)}>{t("people.addStaff")}</Button>}
        row={(u) => (
          <div key={u.id} className="rw st-cols" role="row">
            <span role="cell" className="m clip">{u.name}</span><span role="cell" className="s clip">{u.email}</span><span role="cell">{t(`people.platformRole.${u.platform_role}`)}</span>
            <span role="cell">{u.id === me.id ? <span className="s">{u.all_tenants ? t("people.all") : t("people.some", { count: u.tenant_ids.length })}</span> : <button type="button" className="link" onClick={() => setGranting(u)}>{u.all_tenants ? t("people.all") : t("people.some", { count: u.tenant_ids.length })}</button>}</span>
            <span role="cell" className="num s"><Time at={u.created_at} /></span>
          </div>
        )}
      />
      <FormDialog title={t("people.addStaff")} open={open} onClose={close} onSubmit={() => void submit()} act={t("people.add")} busy={form.formState.isSubmitting} dirty={form.formState.isDirty} problem={problem}>
        <Field label={t("people.email")} type="email" autoFocus autoComplete="off" error={wrong("email")} {...form.register("email")} />
        <Field label={t("people.name")} autoComplete="off" error={wrong("name")} {...form.register("name")} />
        <SelectField label={t("people.role")} {...form.register("platform_role")}>{roles.map((r) => <option key={r} value={r}>{t(`people.platformRole.${r}`)}</option>)}</SelectField>
        <Field label={t("people.password")} type="password" autoComplete="new-password" hint={t("people.passwordHint")} error={wrong("password")} {...form.register("password")} />
        <label className="check"><input type="checkbox" className="ck" {...form.register("all_tenants")} />{t("people.allMerchants")}</label>
      </FormDialog>
      {granting ? <Grants user={granting} onClose={() => setGranting(undefined)} /> : null}
    </>
  );
}

import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { count } from "../../ui/number";
import { Time } from "../../ui/Time";
import { say } from "../../ui/toast";
import { FormDialog } from "./FormDialog";
import { PeopleTable } from "./PeopleTable";
import { tenantList } from "./queries";
import { tenantSchema } from "./schemas";
import { useRefusal } from "./useRefusal";

export function Merchants() {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const client = useQueryClient();
  const query = useQuery(tenantList(scope));
  const [open, setOpen] = useState(false);
  const form = useForm({ resolver: zodResolver(tenantSchema), defaultValues: { name: "" } });
  const { problem, refuse, wrong, clear } = useRefusal(form);
  const close = () => { setOpen(false); form.reset(); clear(); };
  const submit = form.handleSubmit(async (body) => {
    try {
      const tenant = await ok(api().POST("/tenants", { body }));
      // The person may enter it at once: what he may enter is part of who he is.
      await Promise.all([client.invalidateQueries({ queryKey: keys.me }), client.invalidateQueries({ queryKey: keys.tenants(scope.key) }), client.invalidateQueries({ queryKey: keys.home(scope.key) })]);
      close();
      say(t("people.tenantMade", { name: tenant.name }));
    } catch (e) {
      refuse(e);
    }
  });
  return (
    <>
      <PeopleTable
        query={query} label={t("people.view.merchants")} note={t("people.merchantsNote")} cols="tn-cols" heads={[t("people.name"), t("people.stores"), t("people.members"), t("people.since")]} empty={t("people.noMerchants")} fault={t("people.fault")}
        action={<Button kind="pri" icon="plus" onClick={() => setOpen(true)}>{t("people.newMerchant")}</Button>}
        row={(x) => (
          <div key={x.id} className="rw tn-cols click" role="row">
            <span role="cell" className="clip"><Link className="m plain cover" to="/$scope" params={{ scope: `~${x.slug}` }}>{x.name}</Link> <span className="mono q">{x.slug}</span></span>
            <span role="cell" className="num">{count(x.stores, i18n.language)}</span><span role="cell" className="num">{count(x.members, i18n.language)}</span><span role="cell" className="num s"><Time at={x.created_at} /></span>
          </div>
        )}
      />
      <FormDialog title={t("people.newMerchant")} open={open} onClose={close} onSubmit={() => void submit()} act={t("people.create")} busy={form.formState.isSubmitting} dirty={form.formState.isDirty} problem={problem}>
        <Field label={t("people.merchantName")} autoFocus autoComplete="off" error={wrong("name")} {...form.register("name")} />
      </FormDialog>
    </>
  );
}

import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { isProblem, Problem } from "../../api/problem";
import { useMe } from "../../api/session";
import type { StoreDetail } from "../../api/types";
import { useDirty } from "../../shell/dirty";
import { useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Field, SelectField } from "../../ui/Field";
import { ConnectRefusal } from "./ConnectRefusal";
import { connectSchema, nameFrom, type ConnectValues } from "./connect";

/** What each field wants, where the server's English sentence would say it. */
const ownWords: Record<string, string> = { url: "url", name: "name", consumer_key: "key", consumer_secret: "secret" };

export function ConnectForm({ startUrl, onConnected }: { startUrl?: string | undefined; onConnected: (store: StoreDetail) => void }) {
  const { t, i18n } = useTranslation();
  const user = useMe();
  const scope = useScope();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const choose = user.kind === "staff" && !scope.tenant;
  const form = useForm<ConnectValues>({
    resolver: zodResolver(connectSchema),
    defaultValues: { url: startUrl ?? "", name: startUrl ? nameFrom(startUrl) : "", consumer_key: "", consumer_secret: "", tenant_id: scope.tenant?.id ?? (user.tenants.length === 1 ? (user.tenants[0]?.id ?? "") : "") },
  });
  const { errors, isSubmitting, isDirty, dirtyFields } = form.formState;
  useDirty(isDirty && !isSubmitting);

  const send = async ({ tenant_id, ...values }: ConnectValues, pin?: string) => {
    setProblem(undefined);
    if (choose && !tenant_id) return form.setError("tenant_id", { message: "tenant" });
    try {
      const body = { ...values, ...(pin ? { tls_fingerprint_sha256: pin } : {}) };
      const store = await ok(api(user.kind === "staff" ? tenant_id : undefined).POST("/woo/stores", { body }));
      client.setQueryData(keys.store(scope.key, store.id), store);
      void client.invalidateQueries({ queryKey: keys.storeList(scope.key) });
      void client.invalidateQueries({ queryKey: keys.home(scope.key) });
      form.reset(form.getValues());
      onConnected(store);
    } catch (e) {
      const refused = isProblem(e) ? e : new Problem({ status: 0, code: "offline" });
      // A store's refusal is one notice; only fields of the form itself are marked.
      if (refused.code === "validation") for (const [field, message] of Object.entries(refused.fields)) if (field in values) form.setError(field as keyof typeof values, { message: (i18n.language !== "en" && ownWords[field]) || `server:${message}` });
      setProblem(refused);
    }
  };
  const wrong = (field: keyof ConnectValues) => {
    const message = errors[field]?.message;
    if (!message) return undefined;
    return message.startsWith("server:") ? message.slice(7) : t(`connect.wrong.${message}` as "connect.wrong.url");
  };
  const url = form.register("url", {
    // The name follows the address until a person gives one.
    onChange: (e: { target: { value: string } }) => { if (!dirtyFields.name) form.setValue("name", nameFrom(e.target.value)); },
  });
  return (
    <form className="cn-f" noValidate onSubmit={(e) => void form.handleSubmit((v) => send(v))(e)}>
      {choose ? (
        <SelectField label={t("connect.merchant")} error={wrong("tenant_id")} {...form.register("tenant_id")}>
          <option value="">{t("connect.choose")}</option>
          {user.tenants.map((tenant) => <option key={tenant.id} value={tenant.id}>{tenant.name}</option>)}
        </SelectField>
      ) : null}
      <Field label={t("connect.url")} placeholder="https://shop.example" inputMode="url" autoComplete="off" spellCheck={false} autoFocus={!choose} error={wrong("url")} hint={t("connect.urlHint")} {...url} />
      <Field label={t("connect.name")} autoComplete="off" error={wrong("name")} {...form.register("name")} />
      <Field label={t("connect.key")} placeholder="ck_…" autoComplete="off" spellCheck={false} className="inp l mono" error={wrong("consumer_key")} {...form.register("consumer_key")} />
      <Field label={t("connect.keySecret")} placeholder="cs_…" type="password" autoComplete="new-password" className="inp l mono" error={wrong("consumer_secret")} {...form.register("consumer_secret")} />
      {problem ? <ConnectRefusal problem={problem} busy={isSubmitting} onPin={(pin) => void form.handleSubmit((v) => send(v, pin))()} /> : null}
      <div className="row-x">
        <Button type="submit" kind="pri" large busy={isSubmitting}>{t("connect.go")}</Button>
        <span className="sub" role="status">{isSubmitting ? t("connect.testing") : ""}</span>
      </div>
    </form>
  );
}

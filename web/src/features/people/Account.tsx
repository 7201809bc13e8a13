import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { useMe } from "../../api/session";
import { useDirty } from "../../shell/dirty";
import { setTheme, useTheme } from "../../ui/prefs";
import { useChooseLanguage } from "../../shell/TopBar";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import { Segment } from "../../ui/Tabs";
import { say } from "../../ui/toast";
import { accountSchema } from "./schemas";
import { useRefusal } from "./useRefusal";

export function Account() {
  const { t, i18n } = useTranslation();
  const user = useMe();
  const client = useQueryClient();
  const theme = useTheme();
  const choose = useChooseLanguage();
  const form = useForm({ resolver: zodResolver(accountSchema), defaultValues: { name: user.name } });
  const { problem, refuse, wrong } = useRefusal(form);
  useDirty(form.formState.isDirty);
  const submit = form.handleSubmit(async (body) => {
    try {
      client.setQueryData(keys.me, await ok(api().PATCH("/auth/me", { body })));
      form.reset(body);
      say(t("people.saved"));
    } catch (e) {
      refuse(e);
    }
  });
  return (
    <section className="pp acc">
      <h2 className="b">{t("people.view.account")}</h2>
      <form noValidate onSubmit={(e) => void submit(e)}>
        {problem ? <Notice tone="bad">{problem}</Notice> : null}
        <Field label={t("people.name")} autoComplete="name" error={wrong("name")} {...form.register("name")} />
        <Field label={t("people.email")} value={user.email} readOnly hint={user.kind === "staff" && user.platform_role ? t(`people.platformRole.${user.platform_role}`) : user.role ? t(`people.memberRole.${user.role}`) : undefined} />
        <div><Button type="submit" kind="pri" large busy={form.formState.isSubmitting} disabled={!form.formState.isDirty}>{t("act.save")}</Button></div>
      </form>
      <div className="fld"><span className="lab">{t("me.theme")}</span><div><Segment label={t("me.theme")} value={theme} options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t(`me.${value}`) }))} onChange={setTheme} /></div></div>
      <div className="fld"><span className="lab">{t("me.language")}</span><div><Segment<"en" | "tr"> label={t("me.language")} value={i18n.language === "tr" ? "tr" : "en"} options={[{ value: "en", label: "English" }, { value: "tr", label: "Türkçe" }]} onChange={(l) => void choose(l)} /></div></div>
    </section>
  );
}

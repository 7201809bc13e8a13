import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { api, ok } from "../../api/client";
import { isProblem } from "../../api/problem";
import type { User } from "../../api/types";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import { sentenceOf } from "../../ui/Waits";

const schema = z.object({ email: z.string().check(z.trim(), z.minLength(1)), password: z.string().check(z.minLength(1)) });
type Values = z.infer<typeof schema>;

const remembered = () => {
  try {
    return localStorage.getItem("fulexo.email") ?? "";
  } catch {
    return "";
  }
};

/** E-mail and password; a refusal never says which of the two was wrong. */
export function LoginForm({ email, onDone }: { email?: string; onDone: (user: User) => void }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const kept = email ?? remembered();
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: { email: kept, password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined);
    try {
      const answer = await ok(api().POST("/auth/login", { body: values }));
      try {
        localStorage.setItem("fulexo.email", values.email);
      } catch {
        // Then it is typed again next time.
      }
      onDone(answer.user);
    } catch (e) {
      const refused = isProblem(e) && (e.status === 401 || e.code === "validation" || e.code === "bad_request");
      setProblem(refused ? t("login.refused") : isProblem(e) && e.code === "rate_limited" ? t("login.slow") : sentenceOf(e, t as never));
      form.resetField("password");
      form.setFocus("password");
    }
  });
  return (
    <form onSubmit={(e) => void submit(e)} noValidate>
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <Field label={t("login.email")} type="email" autoComplete="username" autoFocus={!kept} readOnly={email !== undefined} error={errors.email ? t("login.emailMissing") : undefined} {...form.register("email")} />
      <Field label={t("login.password")} type="password" autoComplete="current-password" autoFocus={Boolean(kept)} error={errors.password ? t("login.passwordMissing") : undefined} {...form.register("password")} />
      <Button type="submit" kind="pri" large busy={isSubmitting}>{t("login.enter")}</Button>
    </form>
  );
}

import { useState } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { isProblem, type Problem } from "../../api/problem";
import { sentenceOf } from "../../ui/Waits";

/** Our own word for what the server finds wrong with a field; its sentences are English. */
function wordFor(problem: Problem, field: string, value: unknown): string | undefined {
  if (problem.code === "conflict" && field === "email") return "taken";
  if (problem.code !== "validation") return undefined;
  if (field === "password" && !value) return "needed";
  return ["name", "email", "password"].find((known) => known === field);
}

/** Puts a refusal of the server where it belongs: at its field, else above the form. */
export function useRefusal<V extends FieldValues>(form: UseFormReturn<V>) {
  const { t, i18n } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const refuse = (e: unknown) => {
    const values = form.getValues();
    const fields = isProblem(e) ? Object.entries(e.fields).filter(([f]) => f in values) : [];
    for (const [field, message] of fields) {
      const own = i18n.language === "en" || !isProblem(e) ? undefined : wordFor(e, field, values[field]);
      form.setError(field as Path<V>, { message: own ?? `server:${message}` });
    }
    setProblem(fields.length > 0 ? undefined : sentenceOf(e, t as never));
  };
  const wrong = (field: Path<V>) => {
    const message = form.getFieldState(field, form.formState).error?.message;
    if (!message) return undefined;
    return message.startsWith("server:") ? message.slice(7) : t(`people.wrong.${message}` as "people.wrong.name");
  };
  return { problem, refuse, wrong, clear: () => setProblem(undefined) };
}

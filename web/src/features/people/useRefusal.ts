import { useState } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { isProblem } from "../../api/problem";
import { sentenceOf } from "../../ui/Waits";

/** Puts a refusal of the server where it belongs: at its field, else above the form. */
export function useRefusal<V extends FieldValues>(form: UseFormReturn<V>) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const refuse = (e: unknown) => {
    const fields = isProblem(e) ? Object.entries(e.fields).filter(([f]) => f in form.getValues()) : [];
    for (const [field, message] of fields) form.setError(field as Path<V>, { message: `server:${message}` });
    setProblem(fields.length > 0 ? undefined : sentenceOf(e, t as never));
  };
  const wrong = (field: Path<V>) => {
    const message = form.getFieldState(field, form.formState).error?.message;
    if (!message) return undefined;
    return message.startsWith("server:") ? message.slice(7) : t(`people.wrong.${message}` as "people.wrong.name");
  };
  return { problem, refuse, wrong, clear: () => setProblem(undefined) };
}

import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JobDetail } from "../../api/jobs";
import { isProblem } from "../../api/problem";
import { useDirty } from "../../shell/dirty";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { sentenceOf } from "../../ui/Waits";
import { useJobAct } from "./JobActions";
import { readArguments } from "./json";

/** Replays a job with other arguments; the server reads them as the kind does, and says what it cannot read. */
export function EditReplay({ job, name, onClose, onOther }: { job: JobDetail; name: string; onClose: () => void; onOther: (id: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const before = JSON.stringify(job.arguments ?? {}, null, 2);
  const [text, setText] = useState(before);
  const [wrong, setWrong] = useState<string>();
  useDirty(text !== before);
  const run = useJobAct(job, name, (after) => {
    onClose();
    if (after?.id && after.id !== job.id) onOther(after.id);
  });
  const submit = () => {
    const typed = readArguments(text);
    if ("wrong" in typed) return setWrong(typed.wrong === "object" ? t("jobs.edit.notObject") : typed.line ? t("jobs.edit.notJsonLine", { line: typed.line }) : t("jobs.edit.notJson"));
    setWrong(undefined);
    run.mutate({ act: "replay", args: typed.value }, {
      // What exactly is wrong only the server knows; its sentence is shown as it is, under our own.
      onError: (e) => { if (isProblem(e) && e.code === "validation") setWrong(Object.values(e.fields)[0] ?? (e.message || undefined)); },
    });
  };
  const refused = run.error && !(isProblem(run.error) && run.error.code === "validation" && wrong) ? sentenceOf(run.error, t as never) : undefined;
  return (
    <Dialog open wide onClose={onClose} title={t("jobs.edit.title", { name })}>
      <form noValidate onSubmit={(e) => { e.preventDefault(); submit(); }}>
        {refused ? <Notice tone="bad">{refused}</Notice> : null}
        <div className="fld">
          <label htmlFor={id}>{t("jobs.arguments")}</label>
          <textarea
            id={id} className="inp mono jb-json" rows={Math.min(18, Math.max(6, text.split("\n").length + 1))} value={text} spellCheck={false} autoComplete="off" aria-invalid={wrong ? true : undefined} aria-describedby={`${id}-says`}
            onChange={(e) => { setText(e.target.value); setWrong(undefined); }} onKeyDown={(e) => { if (e.key === "Enter" && (e.metaKey || e.ctrlKey)) { e.preventDefault(); submit(); } }}
          />
          <p id={`${id}-says`} className={wrong ? "wrong" : "hint"} role={wrong ? "alert" : undefined}>{wrong ?? t("jobs.edit.hint")}</p>
        </div>
        <div className="acts">
          <Button onClick={onClose}>{t("act.cancel")}</Button>
          <Button type="submit" kind="pri" icon="poll" busy={run.isPending}>{t("jobs.edit.act")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

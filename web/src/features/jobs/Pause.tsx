import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import type { NewJobPause } from "../../api/jobs";
import { useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import { complain, say } from "../../ui/toast";
import { sentenceOf } from "../../ui/Waits";
import { useJobsAgain } from "./Bulk";

/** What is to wait: a kind, a store, or a kind of a store. */
export interface Pausing { kind?: string; kindName?: string; store?: { id: string; tenant_id: string; name: string } }

export function PauseDialog({ what: { kind, kindName = "", store }, onClose }: { what: Pausing; onClose: () => void }) {
  const { t } = useTranslation();
  const scope = useScope();
  const again = useJobsAgain();
  const [reason, setReason] = useState("");
  const which = kind && store ? "both" : kind ? "kind" : "store";
  const names = { kind: kindName, store: store?.name ?? "" };
  const run = useMutation({
    mutationFn: () => {
      const body: NewJobPause = { ...(kind ? { kind } : {}), ...(store ? { store_id: store.id } : {}), ...(reason.trim() ? { reason: reason.trim() } : {}) };
      // Inside "all" the server needs to hear whose store it is.
      return ok(api(scope.header ?? (scope.tenant ? undefined : store?.tenant_id)).POST("/jobs/pauses", { body }));
    },
    onSuccess: () => {
      say(t(`jobs.pause.did.${which}`, names));
      again();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t(`jobs.pause.title.${which}`, names)}>
      <p>{t("jobs.pause.effect")}</p>
      <form onSubmit={(e) => { e.preventDefault(); run.mutate(); }}>
        {run.isError ? <Notice tone="bad">{sentenceOf(run.error, t as never)}</Notice> : null}
        <Field label={t("jobs.pause.reason")} hint={t("jobs.pause.reasonHint")} value={reason} maxLength={200} autoFocus autoComplete="off" onChange={(e) => setReason(e.target.value)} />
        <div className="acts"><Button onClick={onClose}>{t("act.cancel")}</Button><Button type="submit" kind="pri" icon="pause" busy={run.isPending}>{t("jobs.pause.act")}</Button></div>
      </form>
    </Dialog>
  );
}

/** Lets go on what was paused. */
export function useResume() {
  const { t } = useTranslation();
  const scope = useScope();
  const again = useJobsAgain();
  return useMutation({
    mutationFn: ({ id, tenant }: { id: string; tenant?: string | undefined; name: string }) => ok(api(scope.header ?? (scope.tenant ? undefined : tenant)).DELETE("/jobs/pauses/{id}", { params: { path: { id } } })),
    onSuccess: (_, { name }) => say(t("jobs.pause.resumed", { name })),
    onError: (e) => complain(sentenceOf(e, t as never)),
    onSettled: again,
  });
}

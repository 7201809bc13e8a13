import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import type { JobAct, JobDetail } from "../../api/jobs";
import type { Store } from "../../api/types";
import { useCan, useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Dialog";
import { useKeys } from "../../ui/keys";
import { Menu, MenuItem } from "../../ui/Menu";
import { complain, say } from "../../ui/toast";
import { sentenceOf } from "../../ui/Waits";
import { useJobsAgain } from "./Bulk";
import { EditReplay } from "./EditReplay";
import { PauseDialog, type Pausing } from "./Pause";

type Act = Exclude<JobAct, "edit">;

/** Does one thing to one job. */
export function useJobAct(job: JobDetail, name: string, onDone: (after: JobDetail) => void) {
  const { t } = useTranslation();
  const scope = useScope();
  const again = useJobsAgain();
  return useMutation({
    mutationFn: ({ act, args }: { act: Act; args?: Record<string, unknown> }) => {
      // Inside "all" the server needs to hear whose job it is.
      const asked = api(scope.header ?? (scope.tenant ? undefined : job.tenant_id ?? undefined));
      const params = { path: { id: job.id } };
      if (act === "replay") return ok(asked.POST("/jobs/{id}/replay", { params, body: args ? { arguments: args } : {} }));
      if (act === "discard") return ok(asked.POST("/jobs/{id}/discard", { params }));
      if (act === "cancel") return ok(asked.POST("/jobs/{id}/cancel", { params }));
      return ok(asked.POST("/jobs/{id}/run-now", { params }));
    },
    onSuccess: (after, { act }) => {
      say(t(`jobs.didOne.${act}`, { name }));
      onDone(after);
    },
    onSettled: again,
  });
}

/** What the server allows for this job, and nothing else. What cannot be undone names its effect first. */
export function JobActions({ job, name, store, onOther }: { job: JobDetail; name: string; store: Store | undefined; onOther: (id: string) => void }) {
  const { t } = useTranslation();
  const may = useCan("jobs:manage");
  const scope = useScope();
  const [asking, setAsking] = useState<"discard" | "cancel">();
  const [editing, setEditing] = useState(false);
  const [pausing, setPausing] = useState<Pausing>();
  const can = (act: JobAct) => job.allowed.includes(act);
  const run = useJobAct(job, name, (after) => {
    setAsking(undefined);
    // A job that was over begins again as another one.
    if (after?.id && after.id !== job.id) onOther(after.id);
  });
  const go = (act: Act) => run.mutate({ act }, { onError: (e) => { if (!asking) complain(sentenceOf(e, t as never)); } });
  const busy = (act: Act) => run.isPending && !asking && run.variables.act === act;
  useKeys({ r: () => (can("replay") ? go("replay") : can("run_now") ? go("run_now") : false) });
  // A kind is everybody's: only who sees the whole house may hold it.
  const holds: Pausing[] = may ? [...(scope.tenant ? [] : [{ kind: job.kind, kindName: name }]), ...(store ? [{ store }, { store, kind: job.kind, kindName: name }] : [])] : [];
  if (job.allowed.length === 0 && holds.length === 0) return null;
  return (
    <div className="row-x jb-acts">
      {can("replay") ? <Button kind="pri" icon="poll" hint="R" busy={busy("replay")} onClick={() => go("replay")}>{t("jobs.act.replay")}</Button> : null}
      {can("run_now") ? <Button kind="pri" icon="play" hint="R" busy={busy("run_now")} onClick={() => go("run_now")}>{t("jobs.act.run_now")}</Button> : null}
      {can("edit") ? <Button onClick={() => setEditing(true)}>{t("jobs.act.edit")}</Button> : null}
      {can("discard") ? <Button kind="danger" onClick={() => setAsking("discard")}>{t("jobs.act.discard")}</Button> : null}
      {can("cancel") ? <Button kind="danger" onClick={() => setAsking("cancel")}>{t("jobs.act.cancel")}</Button> : null}
      {holds.length > 0 ? (
        <Menu align="end" label={t("jobs.pause.menu")} trigger={<Button kind="quiet" icon="dots" label={t("jobs.actsOf", { name })} />}>
          {holds.map((what) => <MenuItem key={`${what.kind ?? ""} ${what.store?.id ?? ""}`} icon="pause" onSelect={() => setPausing(what)}>{t(`jobs.pause.title.${what.kind && what.store ? "both" : what.kind ? "kind" : "store"}`, { kind: name, store: store?.name ?? "" })}</MenuItem>)}
        </Menu>
      ) : null}
      {asking ? (
        <Confirm
          open danger onClose={() => { setAsking(undefined); run.reset(); }} busy={run.isPending} title={t(`jobs.askOne.${asking}.title`, { name })} effect={t(`jobs.askOne.${asking}.effect`)} act={t(`jobs.askOne.${asking}.act`)}
          onAct={() => go(asking)} problem={run.isError ? sentenceOf(run.error, t as never) : undefined}
        />
      ) : null}
      {editing ? <EditReplay job={job} name={name} onClose={() => setEditing(false)} onOther={onOther} /> : null}
      {pausing ? <PauseDialog what={pausing} onClose={() => setPausing(undefined)} /> : null}
    </div>
  );
}

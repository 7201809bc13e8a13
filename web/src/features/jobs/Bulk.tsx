import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import type { BulkAction, JobBulk, SkipReason } from "../../api/jobs";
import { keys } from "../../api/keys";
import { isProblem } from "../../api/problem";
import type { Scope } from "../../api/session";
import { useScope } from "../../shell/scope";
import { Confirm } from "../../ui/Dialog";
import { count } from "../../ui/number";
import { say } from "../../ui/toast";
import { sentenceOf } from "../../ui/Waits";

export interface Bulk { action: BulkAction; bodies: JobBulk[] }

const ask = (scope: Scope, body: JobBulk) => ok(api(scope.header).POST("/jobs/bulk", { body }));

/** How many jobs the questions reach now; nothing changes by asking. */
export function useMatching(scope: Scope, bodies: JobBulk[] | undefined) {
  return useQuery({
    queryKey: keys.jobsMatching(scope.key, bodies ?? []),
    queryFn: async () => {
      const found = await Promise.all((bodies ?? []).map((body) => ask(scope, body)));
      return { each: found.map((f) => f.matching), all: found.reduce((n, f) => n + f.matching, 0), more: found.some((f) => f.more) };
    },
    enabled: bodies !== undefined && bodies.length > 0,
    staleTime: 0,
    gcTime: 0,
  });
}

/** "1,204", or "10,000+" when the server stopped counting. */
export const matchingText = (found: { all: number; more: boolean }, locale: string) => count(found.all, locale) + (found.more ? "+" : "");

/** Tells everything that shows jobs to look again. */
export function useJobsAgain() {
  const client = useQueryClient();
  const scope = useScope();
  return () => {
    void client.invalidateQueries({ queryKey: keys.jobs(scope.key) });
    void client.invalidateQueries({ queryKey: keys.home(scope.key) });
  };
}

/** Asks before many jobs change: how many they are now and what becomes of them. */
export function BulkConfirm({ bulk: { action, bodies }, onClose, onDone }: { bulk: Bulk; onClose: () => void; onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const again = useJobsAgain();
  const found = useMatching(scope, bodies);
  const run = useMutation({
    mutationFn: async (expected: number[]) => {
      let done = 0;
      const skipped = new Map<SkipReason, number>();
      for (const [i, body] of bodies.entries()) {
        const answer = await ask(scope, { ...body, expected: expected[i] ?? 0 });
        done += answer.done;
        for (const { reason, n } of answer.skipped) skipped.set(reason, (skipped.get(reason) ?? 0) + n);
      }
      return { done, skipped };
    },
    onSuccess: ({ done, skipped }) => {
      const left = [...skipped].map(([reason, n]) => t("jobs.left", { n: count(n, i18n.language), why: t(`jobs.skip.${reason}`) }));
      say([t(`jobs.did.${action}`, { count: done, n: count(done, i18n.language) }), ...left].join(" "));
      onDone();
    },
    onError: () => void found.refetch(),
    onSettled: again,
  });
  const n = found.data?.all;
  const error = run.error ?? found.error;
  const values = { count: n ?? 0, n: found.data ? count(found.data.all, i18n.language) : "…" };
  return (
    <Confirm
      open onClose={onClose} danger={action === "discard"} busy={run.isPending || found.isFetching} title={t(`jobs.ask.${action}.title`, values)}
      effect={n === 0 ? t("jobs.nothingMatches") : t(`jobs.ask.${action}.effect`, values)} leaves={found.data?.more ? t("jobs.askMore", { n: values.n }) : t(`jobs.ask.${action}.leaves`)}
      act={t(`jobs.ask.${action}.act`, values)} problem={error ? (isProblem(error) && error.code === "jobs_changed" ? t("jobs.changed") : sentenceOf(error, t as never)) : undefined}
      onAct={() => { if (found.data && n) run.mutate(found.data.each); }}
    />
  );
}

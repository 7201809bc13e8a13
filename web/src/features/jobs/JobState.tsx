import { useTranslation } from "react-i18next";
import type { Job, JobState as Word } from "../../api/jobs";
import { State, type Glyph, type Tone } from "../../ui/State";
import { useNow } from "../../ui/Time";
import { faultOf, waitsBriefly } from "./words";

const looks: Record<Word, { glyph: Glyph; tone: Tone }> = {
  scheduled: { glyph: "pending", tone: "calm" }, available: { glyph: "pending", tone: "calm" }, running: { glyph: "half", tone: "calm" }, completed: { glyph: "done", tone: "calm" },
  retryable: { glyph: "failed", tone: "att" }, dead: { glyph: "failed", tone: "bad" }, cancelled: { glyph: "cancelled", tone: "calm" },
};

/** A job's state as a sentence: what it died of, or what it waits for. */
export function JobState({ job, why }: { job: Job; why?: string | undefined }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const failed = job.state === "dead" || job.state === "retryable";
  const paused = job.waits?.cause === "kind_paused" || job.waits?.cause === "store_paused";
  const reason = failed ? faultOf(job, t) : job.waits ? waitsBriefly(job.waits, now, i18n.language, t) : undefined;
  const look = paused && !failed ? { glyph: "held" as const, tone: "att" as const } : looks[job.state];
  return <State {...look} word={t(`jobs.state.${job.state}`)} why={why ?? reason} />;
}

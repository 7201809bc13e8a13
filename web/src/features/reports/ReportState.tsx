import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { count } from "../../ui/number";
import { State, type Glyph, type Tone } from "../../ui/State";
import { format } from "../../ui/time";
import { causeOf } from "../stores/causes";
import { useWords, type Report } from "./words";

const looks: Record<Report["state"], { glyph: Glyph; tone: Tone }> = {
  waiting: { glyph: "pending", tone: "plain" }, running: { glyph: "half", tone: "calm" }, done: { glyph: "done", tone: "calm" }, failed: { glyph: "failed", tone: "bad" },
};

/** Why a report failed, and what to do about it; the most rows of a file come as bare digits. */
export function failureOf(report: Report, locale: string, t: TFunction): { what: string; fix: string } | undefined {
  if (report.state !== "failed") return undefined;
  const { cause, about } = report;
  const what = causeOf({ cause: cause ?? null, about: about && /^\d+$/.test(about) ? count(Number(about), locale) : (about ?? null) }, t);
  return { what: what ?? report.reason ?? "", fix: cause && what ? t(`cause.${cause}.fix` as "cause.dns.fix", { defaultValue: "" }) : "" };
}

/** Where a report stands: how far it is, how long it is kept, or why it failed – which may be said elsewhere. */
export function ReportState({ report, brief }: { report: Report; brief?: boolean }) {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const day = (at: string) => format(i18n.language, { day: "numeric", month: "short" }).format(new Date(at));
  const why = {
    waiting: undefined,
    running: say("soFar", { n: count(report.rows, i18n.language) }),
    done: report.expires_at ? say("keptUntil", { day: day(report.expires_at) }) : undefined,
    failed: brief ? undefined : failureOf(report, i18n.language, t)?.what,
  }[report.state];
  return <State {...looks[report.state]} word={say(report.state)} why={why} />;
}

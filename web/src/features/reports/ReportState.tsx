import { useTranslation } from "react-i18next";
import { count } from "../../ui/number";
import { State, type Glyph, type Tone } from "../../ui/State";
import { causeOf } from "../stores/causes";
import { dayOf, useWords, type Report } from "./words";

const looks: Record<Report["state"], { glyph: Glyph; tone: Tone }> = {
  waiting: { glyph: "pending", tone: "plain" }, running: { glyph: "half", tone: "calm" }, done: { glyph: "done", tone: "calm" }, failed: { glyph: "failed", tone: "bad" },
};

/** Where a report stands: how far it is, how long it is kept, or why it failed. */
export function ReportState({ report }: { report: Report }) {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const why = {
    waiting: undefined,
    running: say("soFar", { n: count(report.rows, i18n.language) }),
    done: report.expires_at ? say("keptUntil", { day: dayOf(Date.parse(report.expires_at), i18n.language) }) : undefined,
    failed: aboutInWords(report, i18n.language, (of) => causeOf(of, t)) ?? report.reason,
  }[report.state];
  return <State {...looks[report.state]} word={say(report.state)} why={why} />;
}

/** The most rows of a file come as bare digits. */
function aboutInWords(report: Report, locale: string, say: (of: { cause?: string | null; about?: string | null }) => string | undefined) {
  const { cause, about } = report;
  return say({ cause: cause ?? null, about: about && /^\d+$/.test(about) ? count(Number(about), locale) : (about ?? null) });
}

import { useTranslation } from "react-i18next";
import type { SyncRun } from "../../api/types";
import { State, type Glyph, type Tone } from "../../ui/State";
import { useReason } from "../stores/StoreState";

const looks: Record<SyncRun["state"], { glyph: Glyph; tone: Tone }> = {
  running: { glyph: "half", tone: "calm" }, succeeded: { glyph: "done", tone: "calm" }, partial: { glyph: "failed", tone: "att" }, failed: { glyph: "failed", tone: "bad" },
};

export function RunState({ run }: { run: SyncRun }) {
  const { t } = useTranslation();
  const reason = useReason();
  return <State {...looks[run.state]} word={t(`run.state.${run.state}`)} why={reason(run)} />;
}

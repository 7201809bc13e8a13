import type { ReactNode } from "react";

/** The progress a state stands for; the glyph fills as the thing goes forward. */
export type Glyph = "pending" | "half" | "three" | "full" | "check" | "done" | "held" | "failed" | "cancelled" | "refunded";
export type Tone = "calm" | "plain" | "att" | "bad" | "good" | "info";

const ring = <circle cx="7" cy="7" r="5.25" />;
const glyphs: Record<Glyph, ReactNode> = {
  pending: <circle cx="7" cy="7" r="5.25" strokeDasharray="2.2 1.9" />,
  half: <>{ring}<path className="f" d="M7 4a3 3 0 0 1 0 6z" /></>,
  three: <>{ring}<path className="f" d="M7 7V4a3 3 0 1 1-3 3z" /></>,
  full: <>{ring}<circle className="f" cx="7" cy="7" r="3" /></>,
  check: <>{ring}<path d="m4.8 7.2 1.5 1.5 2.9-3.2" /></>,
  done: <><circle cx="7" cy="7" r="6" className="f" /><path className="k" d="m4.4 7.2 1.8 1.8 3.4-3.7" /></>,
  held: <>{ring}<path d="M5.5 5v4M8.5 5v4" /></>,
  failed: <>{ring}<path d="M7 4.3v3.2M7 9.5h.01" /></>,
  cancelled: <>{ring}<path d="m5.1 5.1 3.8 3.8M8.9 5.1 5.1 8.9" /></>,
  refunded: <>{ring}<path d="M6.4 4.6 4.6 6.4l1.8 1.8M4.8 6.4H8a1.4 1.4 0 0 1 0 2.9" /></>,
};

/** A state as a sentence: glyph, word and – where there is one – the reason. */
export function State({ glyph, tone = "calm", word, why, strong }: {
  glyph: Glyph; tone?: Tone; word: string; why?: ReactNode; strong?: boolean;
}) {
  const cls = tone === "calm" ? "" : tone === "plain" ? " k" : ` ${tone}`;
  return (
    <span className={`st${cls}${strong ? " strong" : ""}`}>
      <svg className="g" viewBox="0 0 14 14" aria-hidden="true">{glyphs[glyph]}</svg>
      <span className="w">{word}</span>
      {why ? <span className="why" title={typeof why === "string" ? why : undefined}>{why}</span> : null}
    </span>
  );
}

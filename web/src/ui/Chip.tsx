import type { ReactNode } from "react";

export type ChipColour = "grey" | "blue" | "green" | "amber" | "red" | "violet";

export const Dot = ({ colour }: { colour: ChipColour }) => <svg className={`dot-c ${colour}`} viewBox="0 0 8 8" aria-hidden="true"><circle cx="4" cy="4" r="4" /></svg>;

/** A word of people's own, with its colour; one that does something is a button, in a row of a list none that the Tab key stops at. */
export function Chip({ colour, children, title, inRow, onClick }: { colour: ChipColour; children: ReactNode; title?: string; inRow?: boolean; onClick?: () => void }) {
  const inside = <><Dot colour={colour} /><span className="clip">{children}</span></>;
  return onClick ? <button type="button" className="chip" tabIndex={inRow ? -1 : undefined} title={title} onClick={onClick}>{inside}</button> : <span className="chip">{inside}</span>;
}

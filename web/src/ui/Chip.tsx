import type { ReactNode } from "react";

export type ChipColour = "grey" | "blue" | "green" | "amber" | "red" | "violet";

export const Dot = ({ colour }: { colour: ChipColour }) => <svg className={`dot-c ${colour}`} viewBox="0 0 8 8" aria-hidden="true"><circle cx="4" cy="4" r="4" /></svg>;

/** A word of people's own, with its colour. */
export const Chip = ({ colour, children }: { colour: ChipColour; children: ReactNode }) => <span className="chip"><Dot colour={colour} /><span className="clip">{children}</span></span>;

import { Link, type LinkProps } from "@tanstack/react-router";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { count } from "./number";

export interface Tab {
  key: string;
  label: string;
  /** Shown beside the word; nothing while unknown. */
  n?: number | undefined;
  /** There are more than were counted. */
  more?: boolean | undefined;
  /** Coloured only when the number asks for action. */
  tone?: "att" | "bad" | undefined;
  link: LinkProps;
  current: boolean;
}

/** The router calls a link current when its address is part of ours; a view is current only when it is the whole of it. */
const sameAddress = { exact: true, includeSearch: true, explicitUndefined: true };

export function Tabs({ tabs, label, end }: { tabs: Tab[]; label: string; end?: ReactNode }) {
  const { i18n } = useTranslation();
  const nav = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.key;
  const counted = tabs.some((tab) => tab.n !== undefined);
  // On a phone the tabs are wider than the screen: where one is stays in sight.
  useEffect(() => {
    const tab = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && tab) nav.current.scrollLeft = tab.offsetLeft - nav.current.offsetLeft - (nav.current.clientWidth - tab.offsetWidth) / 2;
  }, [current, counted, tabs.length]);
  return (
    <nav ref={nav} className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.key} {...tab.link} activeOptions={sameAddress} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {tab.n !== undefined ? <span className={`n${tab.n > 0 && tab.tone ? ` ${tab.tone}` : ""}`}>{count(tab.n, i18n.language)}{tab.more ? "+" : ""}</span> : null}
        </Link>
      ))}
      {end ? <span className="end hide-m">{end}</span> : null}
    </nav>
  );
}

/** A choice of few, side by side. */
export function Segment<T extends string>({ options, value, onChange, label }: {
  options: { value: T; label: string }[]; value: T; onChange: (value: T) => void; label: string;
}) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {options.map((o) => (
        <button key={o.value} type="button" aria-pressed={o.value === value} onClick={() => onChange(o.value)}>{o.label}</button>
      ))}
    </div>
  );
}

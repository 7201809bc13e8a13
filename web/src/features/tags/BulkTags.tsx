import { useQuery } from "@tanstack/react-query";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { OrdersQuery } from "../../api/paths";
import type { OrderRow } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Dot } from "../../ui/Chip";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { sentenceOf } from "../../ui/Waits";
import { MatchingTag } from "./MatchingTag";
import { tagList, type Tag } from "./queries";
import { useTagActs } from "./useTagActs";
import { useWords } from "./words";

/** Some orders of one merchant, or all that match. */
export type Tagged = { rows: OrderRow[] } | { query: OrdersQuery; tenant: string };

/** Puts a tag on many orders or takes it off; chosen, it is done and the dialog is gone. */
export function BulkTags({ of: asked, onClose }: { of: Tagged; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const scope = useScope();
  // What one saw when it opened, whatever leaves the list meanwhile.
  const [of] = useState(asked);
  const tenant = "rows" in of ? (of.rows[0]?.tenant_id ?? "") : of.tenant;
  const rows = "rows" in of ? of.rows : [];
  const tags = useQuery(tagList(scope));
  const acts = useTagActs(tenant);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Tag>();
  const low = (s: string) => s.trim().toLocaleLowerCase(i18n.language);
  const all = (tags.data ?? []).filter((tag) => tag.tenant_id === tenant);
  const found = all.filter((tag) => low(tag.name).includes(low(text)));
  const exact = all.find((tag) => low(tag.name) === low(text));
  const bearing = (tag: Tag) => rows.filter((row) => row.tag_ids?.includes(tag.id)).length;

  /** Of those that some bear, the others get it; of those that all bear, it is taken off. */
  const choose = (tag: Tag) => {
    if (!("rows" in of)) return setChosen(tag);
    const put = bearing(tag) < rows.length;
    acts.set.mutate({ tag, put, ids: rows.filter((row) => (row.tag_ids?.includes(tag.id) ?? false) !== put).map((row) => row.id) });
    onClose();
  };
  const add = () => acts.add.mutate({ name: text.trim(), many: all.length }, { onSuccess: choose });
  const enter = () => {
    const one = exact ?? (found.length === 1 && text.trim() ? found[0] : undefined);
    if (one) choose(one);
    else if (text.trim()) add();
  };
  /** Arrows walk the field and what is below it. */
  const walk = (e: KeyboardEvent<HTMLElement>) => {
    if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
    const stops = [...e.currentTarget.querySelectorAll<HTMLElement>("input, .picks button")];
    e.preventDefault();
    stops[stops.indexOf(document.activeElement as HTMLElement) + (e.key === "ArrowDown" ? 1 : -1)]?.focus();
  };
  if (chosen && "query" in of) return <MatchingTag tag={chosen} query={of.query} acts={acts} onBack={() => setChosen(undefined)} onClose={onClose} />;
  const error = acts.add.error ?? tags.error;
  return (
    <Dialog open onClose={onClose} title={"rows" in of ? say("ofMany", { count: rows.length }) : say("ofAll")}>
      <form onKeyDown={walk} onSubmit={(e) => { e.preventDefault(); enter(); }}>
        {error ? <Notice tone="bad">{sentenceOf(error, t as never)}</Notice> : null}
        <div>
          <input className="inp l" aria-label={say("find")} placeholder={say("find")} value={text} maxLength={40} autoComplete="off" onChange={(e) => setText(e.target.value)} />
          <ul className="picks">
            {found.map((tag) => {
              const n = bearing(tag);
              return (
                <li key={tag.id}>
                  {"rows" in of ? (
                    <label className="check">
                      <input type="checkbox" className="ck" checked={n > 0 && n === rows.length} ref={(el) => { if (el) el.indeterminate = n > 0 && n < rows.length; }} onChange={() => choose(tag)} />
                      <Dot colour={tag.colour} /><span className="clip">{tag.name}</span>
                      {n > 0 && n < rows.length ? <span className="q num">{say("some", { n, of: rows.length })}</span> : null}
                    </label>
                  ) : <button type="button" className="check" onClick={() => choose(tag)}><Dot colour={tag.colour} /><span className="clip">{tag.name}</span></button>}
                </li>
              );
            })}
          </ul>
          {text.trim() && !exact ? <Button kind="quiet" icon="plus" busy={acts.add.isPending} onClick={add}>{say("add", { name: text.trim() })}</Button> : null}
          {tags.isSuccess && all.length === 0 && !text ? <p>{say("none")}</p> : null}
        </div>
        <div className="acts"><Button hint="Esc" onClick={onClose}>{t("act.cancel")}</Button></div>
      </form>
    </Dialog>
  );
}

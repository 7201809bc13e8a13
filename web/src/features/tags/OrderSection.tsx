import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { whole } from "../../api/paged";
import type { components } from "../../api/schema";
import type { Order } from "../../api/types";
import { useKeys } from "../../ui/keys";
import { useCan, useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Chip, Dot } from "../../ui/Chip";
import { Confirm, Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import { sentenceOf } from "../../ui/Waits";
import { orderName } from "../orders/columns";
import { useWords } from "./words";

type Tag = components["schemas"]["Tag"];
type Colour = components["schemas"]["TagColour"];
const colours: Colour[] = ["grey", "blue", "green", "amber", "red", "violet"];

/** The tags of an order's merchant, and what can be done with them. */
function useTags(order: Order) {
  const client = useQueryClient();
  const scope = useScope();
  // Inside "all" the server needs to hear whose tags they are.
  const asked = api(scope.header ?? (scope.tenant ? undefined : order.tenant_id));
  const allKey = [scope.key, "tags", order.tenant_id];
  const onKey = [...allKey, order.id];
  const list = (query: object) => whole((page) => ok(asked.GET("/tags", { params: { query: { ...query, ...page } } }))).then((page) => page.items);
  const all = useQuery({ queryKey: allKey, queryFn: () => list({}) });
  const on = useQuery({ queryKey: onKey, queryFn: () => list({ order_id: order.id }) });
  const again = () => {
    void client.invalidateQueries({ queryKey: allKey });
    void client.invalidateQueries({ queryKey: keys.order(scope.key, order.id) });
  };
  const path = (id: string) => ({ params: { path: { id } } });
  const put = useMutation({
    mutationFn: ({ tag, to }: { tag: Tag; to: boolean }) => ok(asked.POST("/tags/{id}/orders", { ...path(tag.id), body: { add: to ? [order.id] : [], remove: to ? [] : [order.id] } })),
    onMutate: ({ tag, to }) => client.setQueryData<Tag[]>(onKey, (had = []) => [...had.filter((t) => t.id !== tag.id), ...(to ? [tag] : [])]),
    onSettled: again,
  });
  const add = useMutation({
    mutationFn: (name: string) => ok(asked.POST("/tags", { body: { name, colour: colours[(all.data?.length ?? 0) % colours.length] ?? "grey" } })),
    onSuccess: (tag) => put.mutate({ tag, to: true }),
  });
  const change = useMutation({ mutationFn: ({ id, name, colour }: Tag) => ok(asked.PATCH("/tags/{id}", { ...path(id), body: { name, colour } })), onSuccess: again });
  const remove = useMutation({ mutationFn: (tag: Tag) => ok(asked.DELETE("/tags/{id}", path(tag.id))), onSuccess: again });
  const count = (tag: Tag) => ok(asked.GET("/tags/{id}", path(tag.id))).then((found) => found.orders);
  return { all, on, put, add, change, remove, count };
}
type Tags = ReturnType<typeof useTags>;

/** The tags of an order; `t` or the button changes them. */
export function OrderSection({ order }: { order: Order }) {
  const say = useWords();
  const may = useCan("orders:write");
  const tags = useTags(order);
  const [open, setOpen] = useState(false);
  const on = tags.on.data ?? [];
  useKeys({ t: () => (may ? setOpen(true) : false) });
  return (
    <div className="chips" role="group" aria-label={say("tags")}>
      {on.map((tag) => <Chip key={tag.id} colour={tag.colour}>{tag.name}</Chip>)}
      {may ? <Button kind="quiet" icon="plus" hint="t" aria-haspopup="dialog" onClick={() => setOpen(true)}>{say("put")}</Button> : null}
      {open ? <Picker order={order} tags={tags} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function Picker({ order, tags, onClose }: { order: Order; tags: Tags; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const [text, setText] = useState("");
  const [editing, setEditing] = useState<Tag>();
  const low = (s: string) => s.trim().toLocaleLowerCase(i18n.language);
  const all = tags.all.data ?? [];
  const found = all.filter((tag) => low(tag.name).includes(low(text)));
  const exact = all.find((tag) => low(tag.name) === low(text));
  const isOn = (tag: Tag) => tags.on.data?.some((other) => other.id === tag.id) ?? false;
  const fresh = { onSuccess: () => setText("") };
  const enter = () => {
    const one = exact ?? (found.length === 1 && text.trim() ? found[0] : undefined);
    if (one) tags.put.mutate({ tag: one, to: !isOn(one) }, fresh);
    else if (text.trim()) tags.add.mutate(text.trim(), fresh);
  };
  /** Arrows walk the field and the boxes below it. */
  const walk = (e: KeyboardEvent<HTMLElement>) => {
    if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
    const stops = [...e.currentTarget.querySelectorAll<HTMLElement>("input")];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (e.key === "ArrowDown" ? 1 : -1)];
    e.preventDefault();
    next?.focus();
  };
  if (editing) return <Edit tag={editing} tags={tags} onClose={() => setEditing(undefined)} />;
  const error = tags.put.error ?? tags.add.error;
  return (
    <Dialog open onClose={onClose} title={say("of", { number: orderName(order.number) })}>
      <form onKeyDown={walk} onSubmit={(e) => { e.preventDefault(); enter(); }}>
        {error ? <Notice tone="bad">{sentenceOf(error, t as never)}</Notice> : tags.all.isError ? <Notice tone="bad">{say("fault")}</Notice> : null}
        <div>
          <input className="inp l" aria-label={say("find")} placeholder={say("find")} value={text} maxLength={40} autoComplete="off" onChange={(e) => setText(e.target.value)} />
          <ul className="picks">
            {found.map((tag) => (
              <li key={tag.id}>
                <label className="check">
                  <input type="checkbox" className="ck" checked={isOn(tag)} onChange={(e) => tags.put.mutate({ tag, to: e.target.checked })} /><Dot colour={tag.colour} /><span className="clip">{tag.name}</span>
                </label>
                <Button kind="quiet" icon="pencil" label={say("edit", { name: tag.name })} onClick={() => setEditing(tag)} />
              </li>
            ))}
          </ul>
          {text.trim() && !exact ? <Button kind="quiet" icon="plus" busy={tags.add.isPending} onClick={() => tags.add.mutate(text.trim(), fresh)}>{say("add", { name: text.trim() })}</Button> : null}
          {tags.all.isSuccess && all.length === 0 && !text ? <p>{say("none")}</p> : null}
        </div>
        <div className="acts"><Button hint="Esc" onClick={onClose}>{say("done")}</Button></div>
      </form>
    </Dialog>
  );
}

/** Another name or colour, or the end of a tag; it holds for every order. */
function Edit({ tag, tags, onClose }: { tag: Tag; tags: Tags; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useWords();
  const [next, setNext] = useState(tag);
  const [asking, setAsking] = useState(false);
  const count = useQuery({ queryKey: ["tags", "count", tag.id], queryFn: () => tags.count(tag), enabled: asking, gcTime: 0 });
  const { change, remove } = tags;
  if (asking) {
    return (
      <Confirm
        open onClose={() => setAsking(false)} danger busy={remove.isPending || count.isPending} title={say("removing", { name: tag.name })} effect={count.data === undefined ? "…" : say("effect", { count: count.data })}
        act={say("remove")} onAct={() => remove.mutate(tag, { onSuccess: onClose })} problem={remove.isError ? sentenceOf(remove.error, t as never) : undefined}
      />
    );
  }
  return (
    <Dialog open onClose={onClose} title={say("editing")}>
      <form onSubmit={(e) => { e.preventDefault(); change.mutate(next, { onSuccess: onClose }); }}>
        {change.isError ? <Notice tone="bad">{sentenceOf(change.error, t as never)}</Notice> : null}
        <Field label={say("name")} value={next.name} maxLength={40} required autoComplete="off" onChange={(e) => setNext({ ...next, name: e.target.value })} />
        <fieldset className="swatches">
          <legend className="b">{say("colour")}</legend>
          {colours.map((colour) => (
            <label key={colour} className="check"><input type="radio" name="colour" checked={next.colour === colour} onChange={() => setNext({ ...next, colour })} /><Dot colour={colour} />{say(colour)}</label>
          ))}
        </fieldset>
        <div className="acts"><Button kind="danger" icon="trash" onClick={() => setAsking(true)}>{say("remove")}</Button><span className="grow" /><Button onClick={onClose}>{t("act.cancel")}</Button><Button type="submit" kind="pri" busy={change.isPending}>{t("act.save")}</Button></div>
      </form>
    </Dialog>
  );
}

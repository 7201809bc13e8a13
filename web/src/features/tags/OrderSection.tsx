import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { keys } from "../../api/keys";
import type { Order } from "../../api/types";
import { useKeys } from "../../ui/keys";
import { useCan, useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Chip, Dot } from "../../ui/Chip";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { sentenceOf } from "../../ui/Waits";
import { orderName } from "../orders/columns";
import { EditTag } from "./EditTag";
import { addTag, askedOf, colours, patchTag, setTag, tagList, type Tag } from "./queries";
import { useWords } from "./words";

/** The tags of an order's merchant, and what can be done with them. */
function useTagsOf(order: Order) {
  const client = useQueryClient();
  const scope = useScope();
  const asked = askedOf(scope, order.tenant_id);
  const list = useQuery(tagList(scope));
  const all = (list.data ?? []).filter((tag) => tag.tenant_id === order.tenant_id);
  const on = (order.tag_ids ?? []).flatMap((id) => all.find((tag) => tag.id === id) ?? []);
  const again = () => {
    void client.invalidateQueries({ queryKey: [scope.key, "tags"] });
    void client.invalidateQueries({ queryKey: keys.order(scope.key, order.id) });
  };
  const put = useMutation({
    mutationFn: ({ tag, to }: { tag: Tag; to: boolean }) => setTag(asked, tag.id, [order.id], to),
    onMutate: ({ tag, to }) => patchTag(client, scope, tag.id, new Set([order.id]), to),
    onError: (_, { tag, to }) => patchTag(client, scope, tag.id, new Set([order.id]), !to),
    onSettled: again,
  });
  const add = useMutation({
    mutationFn: (name: string) => addTag(asked, name, colours[all.length % colours.length] ?? "grey"),
    onSuccess: async (tag) => {
      await client.invalidateQueries({ queryKey: [scope.key, "tags"] });
      put.mutate({ tag, to: true });
    },
  });
  return { list, all, on, put, add };
}
type Tags = ReturnType<typeof useTagsOf>;

/** The tags of an order; `t` or the button changes them. */
export function OrderSection({ order }: { order: Order }) {
  const say = useWords();
  const may = useCan("orders:write");
  const tags = useTagsOf(order);
  const scope = useScope();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const only = (tag: Tag) => void navigate({ to: "/$scope/orders", params: { scope: scope.param }, search: { status: "all", tag: tag.id } });
  useKeys({ t: () => (may ? setOpen(true) : false) });
  return (
    <div className="chips" role="group" aria-label={say("tags")}>
      {tags.on.map((tag) => <Chip key={tag.id} colour={tag.colour} title={say("only", { name: tag.name })} onClick={() => only(tag)}>{tag.name}</Chip>)}
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
  const { all } = tags;
  const found = all.filter((tag) => low(tag.name).includes(low(text)));
  const exact = all.find((tag) => low(tag.name) === low(text));
  const isOn = (tag: Tag) => tags.on.some((other) => other.id === tag.id);
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
  if (editing) return <EditTag tag={editing} onClose={() => setEditing(undefined)} />;
  const error = tags.put.error ?? tags.add.error;
  return (
    <Dialog open onClose={onClose} title={say("of", { number: orderName(order.number) })}>
      <form onKeyDown={walk} onSubmit={(e) => { e.preventDefault(); enter(); }}>
        {error ? <Notice tone="bad">{sentenceOf(error, t as never)}</Notice> : tags.list.isError ? <Notice tone="bad">{say("fault")}</Notice> : null}
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
          {tags.list.isSuccess && all.length === 0 && !text ? <p>{say("none")}</p> : null}
        </div>
        <div className="acts"><Button hint="Esc" onClick={onClose}>{say("done")}</Button></div>
      </form>
    </Dialog>
  );
}

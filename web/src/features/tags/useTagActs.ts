import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ok } from "../../api/client";
import type { OrdersQuery } from "../../api/paths";
import { useScope } from "../../shell/scope";
import { count as counted } from "../../ui/number";
import { complain, say as tell } from "../../ui/toast";
import { sentenceOf } from "../../ui/Waits";
import { addTag, askedOf, colours, patchTag, setTag, tagsAgain, type Tag } from "./queries";
import { useWords } from "./words";

/** Fields of a list's question that are no filter. */
const filterOf = ({ limit: _limit, after: _after, ...filter }: OrdersQuery) => filter;

/** What can be done to many orders of one merchant with a tag; each act says what it did and can be undone. */
export function useTagActs(tenant: string) {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const client = useQueryClient();
  const scope = useScope();
  const asked = askedOf(scope, tenant);
  const again = () => tagsAgain(client, scope);
  const fail = (error: Error) => { complain(sentenceOf(error, t as never)); again(); };
  const told = (tag: Tag, n: number, put: boolean) => say(put ? "didPut" : "didTake", { name: tag.name, count: n, n: counted(n, i18n.language) });

  const undo = (tag: Tag, run: () => Promise<unknown>) => ({ label: say("undo"), run: () => void run().then(() => { tell(say("undone", { name: tag.name })); again(); }, fail) });
  /** Exactly the orders that change are named, so that undoing leaves the others as they were. */
  const set = useMutation({
    mutationFn: ({ tag, ids, put }: { tag: Tag; ids: string[]; put: boolean }) => setTag(asked, tag.id, ids, put),
    onMutate: ({ tag, ids, put }) => patchTag(client, scope, tag.id, new Set(ids), put),
    onSuccess: (_, { tag, ids, put }) => tell(told(tag, ids.length, put), undo(tag, () => {
      patchTag(client, scope, tag.id, new Set(ids), !put);
      return setTag(asked, tag.id, ids, !put);
    })),
    onError: fail,
    onSettled: () => void client.invalidateQueries({ queryKey: [scope.key, "tags"] }),
  });
  const add = useMutation({
    mutationFn: ({ name, many }: { name: string; many: number }) => addTag(asked, name, colours[many % colours.length] ?? "grey"),
    onSettled: () => void client.invalidateQueries({ queryKey: [scope.key, "tags"] }),
  });
  const path = (id: string) => ({ params: { path: { id } } });
  const count = (tag: Tag, query: OrdersQuery) => ok(asked.POST("/tags/{id}/matching", { ...path(tag.id), body: { put: true, filter: filterOf(query) } }));
  const all = useMutation({
    mutationFn: ({ tag, query, put, expected }: { tag: Tag; query: OrdersQuery; put: boolean; expected: number }) =>
      ok(asked.POST("/tags/{id}/matching", { ...path(tag.id), body: { put, filter: filterOf(query), expected } })),
    onSuccess: ({ done, act_id }, { tag, put }) => tell(told(tag, done, put), act_id ? undo(tag, () => ok(asked.POST("/tags/{id}/acts/{act_id}/undo", { params: { path: { id: tag.id, act_id } } }))) : undefined),
    onSettled: again,
  });
  return { set, add, count, all };
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import type { Store, StoreAction, StoreDetail } from "../../api/types";
import { useCan, useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Dialog";
import type { IconName } from "../../ui/Icon";
import { count } from "../../ui/number";
import { complain, say } from "../../ui/toast";
import { sentenceOf } from "../../ui/Waits";

const icons: Record<StoreAction, IconName> = { pause: "pause", resume: "play", sync: "poll", disconnect: "trash" };

function useAct(store: Store) {
  const client = useQueryClient();
  const scope = useScope();
  return useMutation({
    mutationFn: (act: StoreAction) => {
      // Inside "all" the server needs to hear whose store it is.
      const asked = api(scope.header ?? (scope.tenant ? undefined : store.tenant_id));
      const params = { path: { id: store.id } };
      if (act === "disconnect") return ok(asked.DELETE("/woo/stores/{id}", { params }));
      return ok(asked.POST(`/woo/stores/{id}/${act}`, { params }));
    },
    onSuccess: (next) => {
      client.setQueryData<StoreDetail>(keys.store(scope.key, store.id), (old) => (old ? { ...old, ...next } : old));
      void client.invalidateQueries({ queryKey: keys.stores(scope.key) });
      void client.invalidateQueries({ queryKey: keys.home(scope.key) });
    },
  });
}

/** One act on a store; shown only when the server allows it and the person may. What is hard to take back names its effect first. */
export function StoreAct({ store, act, as = "button" }: { store: Store; act: StoreAction; as?: "button" | "link" }) {
  const { t, i18n } = useTranslation();
  const may = useCan("stores:write");
  const run = useAct(store);
  const [asking, setAsking] = useState(false);
  if (!may || !store.allowed.includes(act)) return null;
  const go = () => run.mutate(act, {
    onSuccess: () => {
      setAsking(false);
      say(t(`stores.did.${act}`, { name: store.name }));
    },
    onError: (e) => { if (!asking) complain(sentenceOf(e, t as never)); },
  });
  const press = () => (act === "pause" || act === "disconnect" ? setAsking(true) : go());
  return (
    <>
      {as === "link" ? <button type="button" className="link" onClick={press}>{t(`stores.act.${act}`)}</button>
      : <Button icon={icons[act]} kind={act === "disconnect" ? "danger" : "plain"} busy={run.isPending && !asking} onClick={press}>{t(`stores.act.${act}`)}</Button>}
      {act === "pause" || act === "disconnect" ? (
        <Confirm
          open={asking} onClose={() => setAsking(false)} danger={act === "disconnect"} busy={run.isPending} title={t(`stores.ask.${act}.title`, { name: store.name })}
          effect={t(`stores.ask.${act}.effect`, { name: store.name })} leaves={t(`stores.ask.${act}.leaves`, { orders: count(store.orders_total, i18n.language), count: store.orders_total })}
          act={t(`stores.ask.${act}.act`)} onAct={go} problem={run.isError ? sentenceOf(run.error, t as never) : undefined}
        />
      ) : null}
    </>
  );
}

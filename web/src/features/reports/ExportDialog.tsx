import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import type { OrdersQuery } from "../../api/paths";
import { isProblem } from "../../api/problem";
import { useMe } from "../../api/session";
import { useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { SelectField } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import { count } from "../../ui/number";
import { say as tell } from "../../ui/toast";
import { sentenceOf } from "../../ui/Waits";
import { useStores } from "../stores/queries";
import { useFilterWords, useWords } from "./words";
import "./reports.css";

const kinds = ["orders", "order-lines"] as const;

/** Says what will be in the file before it is made. Among all merchants one is chosen: a report belongs to one. */
export function ExportDialog({ query, total, onClose }: { query: OrdersQuery; total: number | undefined; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const filterWords = useFilterWords();
  const user = useMe();
  const scope = useScope();
  const stores = useStores(scope);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof kinds)[number]>("orders");
  const ofStore = query.store_id ? stores.byId(query.store_id)?.tenant_id : undefined;
  const [chosen, setChosen] = useState("");
  const everywhere = scope.tenant === undefined;
  const tenant = everywhere ? (ofStore ?? (user.tenants.length === 1 ? user.tenants[0]?.id : chosen || undefined)) : undefined;
  const make = useMutation({
    mutationFn: () => ok(api(scope.header ?? tenant).POST("/reports", { body: { kind, filters: query } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.reports(scope.key) });
      onClose();
      tell(say("made"), { label: say("show"), run: () => void navigate({ to: "/$scope/reports", params: { scope: scope.param } }) });
    },
  });
  // The one conflict there is: the sentence says what to do about it.
  const problem = make.error && isProblem(make.error) && make.error.code === "conflict" ? say("refused") : make.error ? sentenceOf(make.error, t as never) : undefined;
  return (
    <Dialog open onClose={onClose} title={say("title")}>
      <form onSubmit={(e) => { e.preventDefault(); make.mutate(); }}>
        {problem ? <Notice tone="bad">{problem}</Notice> : null}
        <fieldset className="rp-kinds">
          <legend className="b">{say("what")}</legend>
          {kinds.map((k) => (
            <label key={k} className="check">
              <input type="radio" name="kind" checked={kind === k} onChange={() => setKind(k)} /><span>{say(k)} <span className="sub">{say(`${k}Note`)}</span></span>
            </label>
          ))}
        </fieldset>
        <div className="rp-holds">
          <h3 className="b">{say("holds")}</h3>
          <p>{filterWords(query)}{total === undefined || everywhere ? null : <span className="num">. {say("matching", { count: total, n: count(total, i18n.language) })}</span>}</p>
        </div>
        {everywhere && !ofStore && user.tenants.length > 1 ? (
          <SelectField label={say("merchant")} hint={say("whose")} value={chosen} required onChange={(e) => setChosen(e.target.value)}>
            <option value="">{say("choose")}</option>
            {user.tenants.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </SelectField>
        ) : null}
        <p className="sub">{say("kept")}</p>
        <div className="acts"><Button onClick={onClose}>{t("act.cancel")}</Button><Button type="submit" kind="pri" icon="download" busy={make.isPending}>{say("make")}</Button></div>
      </form>
    </Dialog>
  );
}

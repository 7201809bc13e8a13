import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import type { StaffUser } from "../../api/types";
import { useScope } from "../../shell/scope";
import { say } from "../../ui/toast";
import { sentenceOf } from "../../ui/Waits";
import { FormDialog } from "./FormDialog";
import { tenantList } from "./queries";

/** Which merchants a person of the operator may reach. */
export function Grants({ user, onClose }: { user: StaffUser; onClose: () => void }) {
  const { t } = useTranslation();
  const scope = useScope();
  const client = useQueryClient();
  const { data } = useQuery(tenantList(scope));
  const [all, setAll] = useState(user.all_tenants);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(user.tenant_ids));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await ok(api().PUT("/users/{id}/grants", { params: { path: { id: user.id } }, body: { all_tenants: all, tenant_ids: all ? [] : [...chosen] } }));
      await client.invalidateQueries({ queryKey: keys.users(scope.key) });
      say(t("people.granted", { name: user.name }));
      onClose();
    } catch (e) {
      setProblem(sentenceOf(e, t as never));
    } finally {
      setBusy(false);
    }
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <FormDialog title={t("people.reachOf", { name: user.name })} open onClose={onClose} onSubmit={() => void save()} act={t("act.save")} busy={busy} dirty={all !== user.all_tenants} problem={problem}>
      <label className="check"><input type="checkbox" className="ck" checked={all} onChange={(e) => setAll(e.target.checked)} />{t("people.allMerchants")}</label>
      {all ? null : (
        <fieldset className="gr"><legend className="sub">{t("people.onlyThese")}</legend>
          {data?.items.map((x) => <label key={x.id} className="check"><input type="checkbox" className="ck" checked={chosen.has(x.id)} onChange={() => toggle(x.id)} />{x.name}</label>)}
        </fieldset>
      )}
    </FormDialog>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { lettersOff, setLettersOff } from "../ui/keys";

const groups = [
  { name: "anywhere", keys: [["⌘K · Ctrl K", "palette"], ["/", "search"], ["?", "help"], ["g h", "home"], ["g o", "orders"], ["g p", "products"], ["g c", "customers"], ["g r", "reports"], ["g s", "stores"], ["g l", "sync"], ["g j", "jobs"]] },
  { name: "list", keys: [["j · k", "move"], ["o · e", "open"], ["Enter", "page"], ["x · X", "select"], ["t", "tag"], ["a", "all"], ["r", "replay"], ["Esc", "close"], ["[ · ]", "views"], ["1 – 9", "view"]] },
] as const;

export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [off, setOff] = useState(lettersOff());
  return (
    <Dialog open wide title={t("help.title")} onClose={onClose}>
      <div className="keys-t">
        {groups.map((g) => (
          <div key={g.name}>
            <h3>{t(`help.${g.name}`)}</h3>
            {g.keys.map(([key, does]) => <div key={key} className="k-row"><span>{t(`help.does.${does}`)}</span><kbd>{key}</kbd></div>)}
          </div>
        ))}
      </div>
      <div className="acts" style={{ alignItems: "center" }}>
        <label className="check grow"><input type="checkbox" className="ck" checked={!off} onChange={(e) => { setLettersOff(!e.target.checked); setOff(!e.target.checked); }} />{t("help.letters")}</label>
        <Button onClick={onClose}>{t("act.close")}</Button>
      </div>
    </Dialog>
  );
}

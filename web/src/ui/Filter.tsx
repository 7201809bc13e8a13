import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";
import { Menu } from "./Menu";

/** A filter in place: its name, its value (press to change), × to take it away. */
export function Filter({ name, value, onRemove, children }: { name: string; value: string; onRemove: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <span className="fil">
      <Menu label={name} trigger={<button type="button"><span>{name}</span><b className="clip">{value}</b></button>}>{children}</Menu>
      <button type="button" className="x" aria-label={t("act.removeFilter", { name })} onClick={onRemove}><Icon name="close" small /></button>
    </span>
  );
}

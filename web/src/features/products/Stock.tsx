import { useTranslation } from "react-i18next";
import type { Listing } from "../../api/types";
import { count } from "../../ui/number";

/** The stock as the stores say it: the number where one is kept, else the word. */
export function Stock({ listings }: { listings: Listing[] }) {
  const { t, i18n } = useTranslation();
  const live = listings.filter((l) => !l.deleted);
  const kept = live.filter((l) => l.manage_stock !== "no" && l.stock_quantity !== null && l.stock_quantity !== undefined).map((l) => Number(l.stock_quantity));
  if (live.length === 0) return <span className="q">–</span>;
  const least = kept.length > 0 ? Math.min(...kept) : undefined;
  const most = kept.length > 0 ? Math.max(...kept) : undefined;
  if (least === undefined || most === undefined) {
    const out = live.every((l) => l.stock_status === "outofstock");
    return <span className={out ? "att" : "q"}>{t(out ? "products.out" : "products.unmanaged")}</span>;
  }
  const n = (x: number) => count(x, i18n.language);
  return <span className={`num${least <= 0 ? " att" : ""}`}>{least === most ? n(least) : `${n(least)} – ${n(most)}`}</span>;
}

export function stockWord(l: Listing): "in" | "out" | "backorder" | "unmanaged" {
  if (l.stock_status === "outofstock") return "out";
  if (l.stock_status === "onbackorder") return "backorder";
  return l.manage_stock === "no" ? "unmanaged" : "in";
}

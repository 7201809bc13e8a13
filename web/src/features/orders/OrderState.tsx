import { useTranslation } from "react-i18next";
import type { OrderRow, OrderStatus } from "../../api/types";
import { isZero } from "../../ui/money";
import { MoneyIn } from "../../ui/Money";
import { State, type Glyph, type Tone } from "../../ui/State";

const looks: Record<OrderStatus, { glyph: Glyph; tone: Tone }> = {
  pending: { glyph: "pending", tone: "calm" },
  on_hold: { glyph: "held", tone: "att" },
  processing: { glyph: "half", tone: "calm" },
  shipped: { glyph: "full", tone: "calm" },
  completed: { glyph: "done", tone: "calm" },
  cancelled: { glyph: "cancelled", tone: "calm" },
  refunded: { glyph: "refunded", tone: "calm" },
  failed: { glyph: "failed", tone: "bad" },
  draft: { glyph: "pending", tone: "calm" },
  unknown: { glyph: "half", tone: "att" },
};

/** The state of an order as a sentence; an unknown one shows the store's own word. */
export function OrderState({ order, strong }: { order: OrderRow; strong?: boolean }) {
  const { t } = useTranslation();
  const look = looks[order.status];
  const word = order.status === "unknown" ? `“${order.store_status}”` : t(`status.${order.status}`);
  let why: React.ReactNode;
  let tone = look.tone;
  if (order.deleted) why = t("orders.deleted");
  else if (order.trashed) why = t("orders.trashed");
  else if (order.status === "unknown") why = t("orders.unmapped");
  else if (!isZero(order.refunded) && order.status !== "refunded") {
    why = <>{t("orders.refundedPart")} <MoneyIn amount={order.refunded ?? "0"} currency={order.currency} /></>;
    if (tone === "calm") tone = "plain";
  } else if (order.status === "pending") why = t("orders.unpaid");
  if (order.deleted || order.trashed) tone = "plain";
  return <State glyph={order.deleted || order.trashed ? "cancelled" : look.glyph} tone={tone} word={word} why={why} strong={strong ?? false} />;
}

import type { TFunction } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "../../api/schema";
import { featureWords } from "../../i18n/feature";
import { useScope } from "../../shell/scope";
import { format } from "../../ui/time";
import { views } from "../orders/filters";
import { useStores } from "../stores/queries";
import { useTags } from "../tags/queries";

export type Report = components["schemas"]["Report"];
export type Filters = Report["filters"];

export const useWords = featureWords("reports", {
  en: {
    export: "Export", title: "Export orders", what: "What the rows are", orders: "Orders", "order-lines": "Order lines", ordersNote: "One row for each order.", "order-linesNote": "One row for each item, shipping and fee.",
    holds: "What is exported", matching_one: "{{n}} order matches.", matching_other: "{{n}} orders match.", kept: "The file is written in the background and kept for 7 days. It holds names and e-mail addresses of shoppers; the export is written down.",
    merchant: "Merchant", choose: "Choose a merchant", whose: "A report belongs to one merchant.", make: "Make the report", made: "The report is being made.", show: "Show", refused: "There are 20 reports already; delete one first.",
    everything: "All orders", search: "“{{q}}”", since: "from {{from}}", until: "until {{to}}", between: "{{from}} – {{to}}", withTrash: "with the trash", withDrafts: "with drafts", aStore: "one store", tagged: "tagged {{names}}", aTag: "a deleted tag",
    reports: "Reports", fault: "The reports cannot be shown now", none: "No reports yet.", noneNext: "Export the orders list, and the file is kept here for 7 days.", toOrders: "To the orders", n_one: "report", n_other: "reports",
    colWhat: "Report", colMerchant: "Merchant", colWho: "By", colWhen: "When", colState: "State", colRows: "Rows", colSize: "Size", colActs: "Actions",
    waiting: "Waiting", running: "Being written", done: "Ready", failed: "Failed", soFar: "{{n}} rows so far", keptUntil: "until {{day}}",
    download: "Download {{name}}", remove: "Delete {{name}}", act: "Delete", removing: "Delete this report?", effectDone_one: "Its file of {{n}} row is deleted. It can be made again.", effectDone_other: "Its file of {{n}} rows is deleted. It can be made again.", effectOpen: "It is not written any further.", effectFailed: "It leaves this list.", gone: "The report is deleted",
    get: "Download", missing: "There is no such report any more.", asked: "Asked for", begun: "Begun", ended: "Ended", expires: "Kept until",
  },
  tr: {
    export: "Dışa aktar", title: "Siparişleri dışa aktar", what: "Satırların içeriği", orders: "Siparişler", "order-lines": "Sipariş kalemleri", ordersNote: "Her sipariş için bir satır.", "order-linesNote": "Her ürün, kargo ve ek ücret için bir satır.",
    holds: "Dışa aktarılan", matching_one: "{{n}} sipariş uyuyor.", matching_other: "{{n}} sipariş uyuyor.", kept: "Dosya arka planda yazılır ve 7 gün saklanır. Müşterilerin adlarını ve e-posta adreslerini içerir; dışa aktarma kayda geçer.",
    merchant: "Satıcı", choose: "Bir satıcı seçin", whose: "Bir rapor tek bir satıcıya aittir.", make: "Raporu oluştur", made: "Rapor oluşturuluyor.", show: "Göster", refused: "Zaten 20 rapor var; önce birini silin.",
    everything: "Tüm siparişler", search: "“{{q}}”", since: "{{from}} tarihinden beri", until: "{{to}} tarihine kadar", between: "{{from}} – {{to}}", withTrash: "çöp kutusuyla", withDrafts: "taslaklarla", aStore: "bir mağaza", tagged: "{{names}} etiketli", aTag: "silinmiş bir etiket",
    reports: "Raporlar", fault: "Raporlar şu anda gösterilemiyor", none: "Henüz rapor yok.", noneNext: "Sipariş listesini dışa aktarın; dosya 7 gün burada saklanır.", toOrders: "Siparişlere git", n_one: "rapor", n_other: "rapor",
    colWhat: "Rapor", colMerchant: "Satıcı", colWho: "Kim", colWhen: "Ne zaman", colState: "Durum", colRows: "Satır", colSize: "Boyut", colActs: "İşlemler",
    waiting: "Bekliyor", running: "Yazılıyor", done: "Hazır", failed: "Başarısız", soFar: "şimdiye kadar {{n}} satır", keptUntil: "{{day}} gününe kadar",
    download: "İndir: {{name}}", remove: "Sil: {{name}}", act: "Sil", removing: "Bu rapor silinsin mi?", effectDone_one: "{{n}} satırlık dosyası silinir. Yeniden oluşturulabilir.", effectDone_other: "{{n}} satırlık dosyası silinir. Yeniden oluşturulabilir.", effectOpen: "Daha fazla yazılmaz.", effectFailed: "Bu listeden çıkar.", gone: "Rapor silindi",
    get: "İndir", missing: "Böyle bir rapor artık yok.", asked: "İstendi", begun: "Başladı", ended: "Bitti", expires: "Saklanma sonu",
  },
});

const dayOf = (at: number, locale: string) => format(locale, { day: "numeric", month: "short", year: "numeric" }).format(at);

type Words = ReturnType<typeof useWords>;
type NameOf = (id: string) => { name: string } | undefined;

/** What the filters of a report let through, as a person says it. */
export function filterWords(filters: Filters, store: NameOf, tagOf: NameOf, locale: string, say: Words, t: TFunction): string {
  const { status, store_id, placed_from, placed_to, q, tag, trashed, include_drafts, ...others } = filters;
  const states = status?.split(",") ?? [];
  const view = views.find((v) => v.statuses.length > 1 && v.statuses.length === states.length && v.statuses.every((s) => states.includes(s)));
  const from = placed_from ? dayOf(Date.parse(placed_from), locale) : undefined;
  // The last moment that is in it: the filter names the first that is not.
  const to = placed_to ? dayOf(Date.parse(placed_to) - 1, locale) : undefined;
  const words = [
    view ? t(`orders.view.${view.key}` as "orders.view.open") : states.map((s) => t(`status.${s}` as "status.pending")).join(", "),
    store_id ? (store(store_id)?.name ?? say("aStore")) : "",
    from && to ? (from === to ? from : say("between", { from, to })) : from ? say("since", { from }) : to ? say("until", { to }) : "",
    tag ? say("tagged", { names: tag.split(",").map((id) => tagOf(id)?.name ?? say("aTag")).join(", ") }) : "",
    q ? say("search", { q }) : "",
    include_drafts && !states.includes("draft") ? say("withDrafts") : "",
    trashed ? say("withTrash") : "",
    ...Object.entries(others).map(([name, value]) => `${name}: ${String(value)}`),
  ].filter(Boolean);
  return words.join(" · ") || say("everything");
}

/** The same with the names of this scope. */
export function useFilterWords() {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const scope = useScope();
  const { byId } = useStores(scope);
  const tags = useTags(scope);
  return useCallback((filters: Filters) => filterWords(filters, byId, (id) => tags.get(id), i18n.language, say, t), [byId, tags, i18n.language, say, t]);
}

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
/** "1.2 MB". */
export function size(bytes: number, locale: string): string {
  const at = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, { style: "unit", unit: units[at] ?? "byte", unitDisplay: at === 0 ? "narrow" : "short", maximumFractionDigits: at < 2 ? 0 : 1 }).format(bytes / 1000 ** at);
}

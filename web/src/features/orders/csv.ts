import type { OrderRow } from "../../api/types";

const columns = ["number", "external_id", "store_id", "status", "store_status", "customer_name", "customer_email", "items", "currency", "total", "placed_at", "modified_at"] as const;

/** A cell that no spreadsheet takes for a formula. */
export function cell(value: unknown): string {
  let text = value === null || value === undefined ? "" : String(value);
  if (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toCsv(rows: readonly OrderRow[]): string {
  return [columns.join(","), ...rows.map((r) => columns.map((c) => cell(r[c])).join(","))].join("\r\n");
}

export function downloadCsv(rows: readonly OrderRow[]) {
  // The mark makes spreadsheets read it as UTF-8.
  const url = URL.createObjectURL(new Blob(["\ufeff", toCsv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "orders.csv";
  link.click();
  URL.revokeObjectURL(url);
}

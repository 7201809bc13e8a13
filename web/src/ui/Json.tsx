import { Copy } from "./Copy";

/** A record as it came, to read and to copy. */
export function Json({ value }: { value: unknown }) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return <><div className="row-x" style={{ justifyContent: "flex-end", marginBottom: 4, font: "var(--t-12)" }}><Copy text={text ?? ""} /></div><pre className="code" tabIndex={0}>{text}</pre></>;
}

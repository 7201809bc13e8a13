export function Progress({ done, total, failed, label, thin }: { done: number; total?: number | null | undefined; failed?: boolean; label: string; thin?: boolean }) {
  const share = total ? Math.min(1, done / total) : 0;
  return (
    <div
      className={`bar-p${failed ? " failed" : ""}${thin ? " thin" : ""}`} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100}
      aria-valuenow={total ? Math.floor(share * 100) : undefined}
    >
      <span style={{ width: `${(share * 100).toFixed(2)}%` }} />
    </div>
  );
}

import { lazy, Suspense, useState } from "react";
import type { OrdersQuery } from "../../api/paths";
import { Button } from "../../ui/Button";
import { useWords } from "./words";

const ExportDialog = lazy(() => import("./ExportDialog").then((m) => ({ default: m.ExportDialog })));

/** Takes what the list of orders shows out of here, as a file; `total` when it is known. */
export function Export({ query, total }: { query: OrdersQuery; total?: number | undefined }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" icon="download" label={say("export")} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      {open ? <Suspense fallback={null}><ExportDialog query={query} total={total} onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}

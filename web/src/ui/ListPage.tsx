import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Paged } from "../api/paged";
import { DataGrid, type GridProps } from "./DataGrid";
import { count } from "./number";
import { clock } from "./time";
import { Bar, Fault, Waiting } from "./Waits";

type Grid<T> = Pick<GridProps<T>, "label" | "cols" | "columns" | "idOf" | "nameOf" | "heights" | "openId" | "onOpen" | "onEnter" | "onClose" | "fresh" | "selected" | "onSelect" | "canSelect">;

/** A list with its four states – waiting, failed, empty, full – and its foot; a panel may stand beside it. */
export function ListPage<T>({ query, fault, empty, panel, word, bar, ...grid }: Grid<T> & {
  query: Paged<T>; fault: string; empty: ReactNode; panel?: ReactNode; word: (n: number) => string;
  /** Stands in place of the foot: what can be done with the selected rows. */
  bar?: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const list = useInfiniteQuery(query);
  const rows = useMemo(() => list.data?.pages.flatMap((p) => p.items) ?? [], [list.data]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  return (
    <div className="split">
      <section className="list" aria-label={grid.label}>
        {list.isPending ? (
          <Waiting>{Array.from({ length: 14 }, (_, i) => <div key={i} className={`rw ${grid.cols}`} aria-hidden="true">{grid.columns.map((c, n) => <span key={c.key} className={c.className}><Bar w={`${50 + ((i * 13 + n * 29) % 40)}%`} /></span>)}</div>)}</Waiting>
        ) : list.isError && rows.length === 0 ? <Fault what={fault} error={list.error} onRetry={() => void list.refetch()} />
        : rows.length === 0 ? empty
        : <DataGrid {...grid} rows={rows} hasMore={hasNextPage} loadingMore={isFetchingNextPage} onMore={more} />}
        {bar ?? <div className="foot num">
          {list.data && rows.length > 0 ? (
            <>
              <span><b>{count(rows.length, i18n.language)}{hasNextPage ? "+" : ""}</b> {word(rows.length)}</span>
              <span className="q">{t("list.asOf", { at: clock(new Date(list.dataUpdatedAt), i18n.language, true) })}</span>
              {list.isError ? <span className="att">{t("list.stale")}</span> : null}
            </>
          ) : null}
        </div>}
      </section>
      {panel}
    </div>
  );
}

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Page } from "../../api/types";
import { count } from "../../ui/number";
import { Bar, Empty, Fault, Waiting } from "../../ui/Waits";

/** A short list of people or merchants with its head, its states and its one action. */
export function PeopleTable<T>({ query, label, note, heads, action, row, empty, fault, cols }: {
  query: UseQueryResult<Page<T>>; label: string; note?: string; heads: string[]; action?: ReactNode; row: (item: T) => ReactNode; empty: string; fault: string; cols: string;
}) {
  const { t, i18n } = useTranslation();
  return (
    <section className="pp">
      <header className="row-x pp-h"><div className="grow"><h2 className="b">{label}</h2>{note ? <p className="sub">{note}</p> : null}</div>{action}</header>
      {query.isPending ? <Waiting>{[0, 1, 2].map((i) => <div key={i} className={`rw ${cols}`} aria-hidden="true"><Bar w={120} /><Bar w={160} /><Bar w={60} /></div>)}</Waiting>
      : query.isError && !query.data ? <Fault what={fault} error={query.error} onRetry={() => void query.refetch()} />
      : query.data && query.data.items.length === 0 ? <Empty word={empty} />
      : (
        <>
          <div role="table" aria-label={label}>
            <div className={`rw head ${cols}`} role="row">{heads.map((h, i) => <span key={i} role="columnheader">{h || <span className="vh">{t("list.actions")}</span>}</span>)}</div>
            {query.data?.items.map(row)}
          </div>
          {query.data?.next ? <p className="more">{t("people.cut", { n: count(query.data.items.length, i18n.language) })}</p> : null}
        </>
      )}
    </section>
  );
}

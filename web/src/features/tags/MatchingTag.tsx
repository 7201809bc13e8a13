import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OrdersQuery } from "../../api/paths";
import { useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { count as counted } from "../../ui/number";
import { sentenceOf } from "../../ui/Waits";
import type { Tag } from "./queries";
import type { useTagActs } from "./useTagActs";
import { useWords } from "./words";

/** Asks before a tag is put on all orders that match, or taken off them: how many they are, and how many bear it. */
export function MatchingTag({ tag, query, acts, onBack, onClose }: { tag: Tag; query: OrdersQuery; acts: ReturnType<typeof useTagActs>; onBack: () => void; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const scope = useScope();
  // Nothing changes by asking; a number that a person is asked to confirm stands still.
  const found = useQuery({ queryKey: [scope.key, "tags-matching", tag.id, query], queryFn: () => acts.count(tag, query), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false });
  const run = (put: boolean) => {
    if (found.data) acts.all.mutate({ tag, query, put, expected: found.data.matching }, { onSuccess: onClose, onError: () => void found.refetch() });
  };
  const { matching = 0, bearing = 0, more = false } = found.data ?? {};
  const n = (many: number) => counted(many, i18n.language);
  const error = acts.all.error ?? found.error;
  const effect = !found.data ? "…" : more ? say("tooMany", { n: n(matching) }) : matching === 0 ? say("nothing") : bearing > 0 ? say("matchingSome", { count: matching, n: n(matching), bear: n(bearing) }) : say("matching", { count: matching, n: n(matching) });
  const busy = acts.all.isPending || found.isFetching;
  const may = found.data !== undefined && !more;
  return (
    <Dialog open onClose={onClose} title={say("matchingTitle", { name: tag.name })}>
      <p role="status">{effect}</p>
      {error ? <Notice tone="bad">{sentenceOf(error, t as never)}</Notice> : null}
      <div className="acts">
        <Button onClick={onBack}>{t("act.back")}</Button>
        <span className="grow" />
        {may && bearing > 0 ? <Button busy={busy} onClick={() => run(false)}>{say("take", { count: bearing, n: n(bearing) })}</Button> : null}
        {may && matching > bearing ? <Button kind="pri" busy={busy} onClick={() => run(true)}>{say("putOn", { count: matching - bearing, n: n(matching - bearing) })}</Button> : null}
      </div>
    </Dialog>
  );
}

import { Chip } from "../../ui/Chip";
import type { Tag } from "./queries";
import { useWords } from "./words";

/** So many stand in a row of the list; the others are a number. */
const SHOWN = 2;

/** The tags of a row, as many as fit; one that is pressed narrows the list to it. Ids that no tag has any more are left out. */
export function TagChips({ ids, tags, onPick }: { ids: readonly string[]; tags: ReadonlyMap<string, Tag>; onPick: (id: string) => void }) {
  const say = useWords();
  const on = ids.flatMap((id) => tags.get(id) ?? []);
  if (on.length === 0) return null;
  const more = on.slice(SHOWN);
  return (
    <span className="o-tags">
      {on.slice(0, SHOWN).map((tag) => <Chip key={tag.id} inRow colour={tag.colour} title={say("only", { name: tag.name })} onClick={() => onPick(tag.id)}>{tag.name}</Chip>)}
      {more.length > 0 ? <span className="q num" title={more.map((tag) => tag.name).join(", ")}>+{more.length}<span className="vh"> {more.map((tag) => tag.name).join(", ")}</span></span> : null}
    </span>
  );
}

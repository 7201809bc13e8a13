import { lazy, Suspense, useState } from "react";
import type { TenantRef } from "../../api/types";
import { useMe } from "../../api/session";
import { useCan, useScope } from "../../shell/scope";
import { Dot } from "../../ui/Chip";
import { Filter } from "../../ui/Filter";
import { MenuItem, MenuLabel, MenuLine } from "../../ui/Menu";
import { useTags, type Tag } from "./queries";
import { useWords } from "./words";

const ManageTags = lazy(() => import("./ManageTags").then((m) => ({ default: m.ManageTags })));

export const tagsOf = (text: string | undefined) => (text ?? "").split(",").filter(Boolean);

/** The list's filter by tags: what stands beside the search, what stands in the menu, and the way to their names. */
export function useTagFilter(text: string | undefined, onChange: (next: string | undefined) => void) {
  const say = useWords();
  const scope = useScope();
  const { tenants } = useMe();
  const may = useCan("orders:write") && scope.tenant !== undefined;
  const tags = useTags(scope);
  const [managing, setManaging] = useState(false);
  const chosen = tagsOf(text);
  const toggle = (id: string) => onChange((chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]).join(",") || undefined);
  const whose = (tag: Tag, of: TenantRef[]) => (scope.tenant ? undefined : of.find((tenant) => tenant.id === tag.tenant_id)?.name);
  const items = [...tags.values()].map((tag) => <MenuItem key={tag.id} keep chosen={chosen.includes(tag.id)} end={whose(tag, tenants)} onSelect={() => toggle(tag.id)}><Dot colour={tag.colour} /> {tag.name}</MenuItem>);
  const manage = may ? <MenuItem icon="pencil" onSelect={() => setManaging(true)}>{say("manage")}</MenuItem> : null;
  const value = chosen.map((id) => tags.get(id)?.name ?? say("gone")).join(", ");
  return {
    on: chosen.length > 0,
    pill: chosen.length > 0 ? <Filter name={say("tags")} value={value} onRemove={() => onChange(undefined)}>{items}{manage}</Filter> : null,
    items: items.length > 0 || manage ? <><MenuLine /><MenuLabel>{say("tags")}</MenuLabel>{items}{manage}</> : null,
    dialog: managing ? <Suspense><ManageTags onClose={() => setManaging(false)} /></Suspense> : null,
  };
}

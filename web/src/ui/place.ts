/** Where a person stood in a list, for each entry of the history: going back leads to the same row. */
export interface Place { top: number; cursor?: string | undefined; byKeys: boolean }

const places = new Map<string, Place>();
const LAST = 50;
const entry = () => (history.state as { __TSR_key?: string } | null)?.__TSR_key;

export function keepPlace(place: Place) {
  const key = entry();
  if (!key) return;
  places.delete(key);
  places.set(key, place);
  for (const old of places.keys()) {
    if (places.size <= LAST) break;
    places.delete(old);
  }
}
export const placeHere = (): Place | undefined => places.get(entry() ?? "");

import { useEffect } from "react";

let dirty = 0;
/** Whether some form on the page holds words that would be lost. */
export const anyDirty = () => dirty > 0;

export function useDirty(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return;
    dirty++;
    return () => {
      dirty--;
    };
  }, [isDirty]);
}

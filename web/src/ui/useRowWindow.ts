import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";

const OVERSCAN = 10;

interface Given { count: number; height: number; head: number; firstId: string | undefined; indexOf: (id: string) => number }

/**
 * The rows in sight and some beyond. All rows of a list have one height, so the window is a division: a library that measures each row
 * would walk all of them at every page that arrives. Rows put in before the first do not move what one looks at.
 */
export function useRowWindow(scroll: RefObject<HTMLDivElement | null>, { count, height, head, firstId, indexOf }: Given) {
  const [width, setWidth] = useState(0);
  const [view, setView] = useState({ first: 0, rows: 25 });
  const top = useRef(0);
  const look = useCallback((element: HTMLElement) => {
    top.current = element.scrollTop;
    const first = Math.floor(top.current / height);
    const rows = Math.ceil(element.clientHeight / height) + 1;
    setView((v) => (v.first === first && v.rows === rows ? v : { first, rows }));
  }, [height]);

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const measure = () => {
      setWidth(element.clientWidth);
      look(element);
    };
    // Drawn before the frame is: a fast hand must not see rows that are not there yet.
    const onScroll = () => flushSync(() => look(element));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroll, look]);

  const before = useRef(firstId);
  useLayoutEffect(() => {
    const element = scroll.current;
    const added = before.current === undefined || before.current === firstId ? 0 : indexOf(before.current);
    before.current = firstId;
    if (element && added > 0 && element.scrollTop >= height) element.scrollTop += added * height;
  }, [scroll, firstId, indexOf, height]);

  // A taller row keeps the first one in sight where it was.
  const was = useRef(height);
  useEffect(() => {
    if (scroll.current && was.current !== height) scroll.current.scrollTop *= height / was.current;
    was.current = height;
  }, [scroll, height]);

  const show = (index: number) => {
    const element = scroll.current;
    if (!element) return;
    const top = index * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + head + height > element.scrollTop + element.clientHeight) element.scrollTop = top + head + height - element.clientHeight;
  };
  const from = Math.max(0, Math.min(view.first, count) - OVERSCAN);
  return { width, from, to: Math.min(count, view.first + view.rows + OVERSCAN), total: count * height, top, show };
}

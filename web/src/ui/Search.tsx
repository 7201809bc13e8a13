import { useEffect, useRef, useState } from "react";
import { Icon } from "./Icon";

/** The list's search: `/` comes here, Escape leaves; writes to the URL after a short rest of the hands. */
export function Search({ value, onChange, placeholder }: { value: string; onChange: (q: string) => void; placeholder: string }) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, 200);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <label className="inp search">
      <Icon name="search" />
      <input
        ref={input} type="search" data-list-search value={text} placeholder={placeholder} aria-label={placeholder} spellCheck={false} autoComplete="off"
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if (e.key !== "Escape") return;
          e.stopPropagation();
          if (text) setText("");
          else input.current?.blur();
        }}
      />
      <kbd className="hide-m" aria-hidden="true">/</kbd>
    </label>
  );
}

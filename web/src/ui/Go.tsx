import { useRouter } from "@tanstack/react-router";
import type { AnchorHTMLAttributes } from "react";

/** A link to a path that the server has written: followed inside the page, but only when it is a path of our own. */
export function Go({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const router = useRouter();
  const own = /^\/(?![/\\])/.test(href);
  return (
    <a
      {...rest} href={own ? href : undefined}
      onClick={(e) => {
        if (!own || e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
        e.preventDefault();
        router.history.push(href);
      }}
    />
  );
}

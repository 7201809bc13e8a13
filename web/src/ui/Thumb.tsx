import { useState } from "react";
import { Icon } from "./Icon";

/** A picture of a product, or the sign of one. */
export function Thumb({ url }: { url?: string | null | undefined }) {
  const [broken, setBroken] = useState(false);
  return <span className="th">{url && !broken && url.startsWith("https:") ? <img src={url} alt="" loading="lazy" referrerPolicy="no-referrer" onError={() => setBroken(true)} /> : <Icon name="products" />}</span>;
}

import { lazy, Suspense, type ComponentType } from "react";
import type { Order } from "../../api/types";

/** What other features say of an order, under its state: each `features/<name>/OrderSection.tsx`. They come when an order is open. */
type Section = { OrderSection: ComponentType<{ order: Order }> };
const sections = Object.values(import.meta.glob<Section>("../*/OrderSection.tsx")).map((load) => lazy(async () => ({ default: (await load()).OrderSection })));

export const Sections = ({ order }: { order: Order }) => <div className="o-more"><Suspense>{sections.map((Section, i) => <Section key={i} order={order} />)}</Suspense></div>;

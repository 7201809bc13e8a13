/** 24 hours of events as bars: webhook in ink, what only the poll brought hatched above it. Own scale, stated on hover. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { count } from "./number";

export function Spark({ hours, width = 176, height = 40 }: { hours: { webhook: number; poll: number }[]; width?: number; height?: number }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const most = Math.max(1, ...hours.map((h) => h.webhook + h.poll));
  const step = width / Math.max(1, hours.length);
  const bar = Math.max(2, step - 2);
  const webhook = hours.reduce((n, h) => n + h.webhook, 0);
  const poll = hours.reduce((n, h) => n + h.poll, 0);
  const label = t("spark.label", { webhook: count(webhook, i18n.language), poll: count(poll, i18n.language), most: count(most, i18n.language) });
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      <defs>
        <pattern id={id} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="3" className="f3" />
          <rect width="1" height="3" className="f2" />
        </pattern>
      </defs>
      <path className="gl" d={`M0 ${height - 0.5}H${width}`} />
      {hours.map((h, i) => {
        const tall = (n: number) => (n === 0 ? 0 : Math.max(1.5, (n / most) * (height - 2)));
        const w = tall(h.webhook);
        const p = tall(h.poll);
        const x = i * step;
        return (
          <g key={i}>
            {w > 0 ? <rect className="f1" x={x} y={height - 1 - w} width={bar} height={w} /> : null}
            {p > 0 ? <rect fill={`url(#${id})`} x={x} y={height - 1 - w - p} width={bar} height={p} /> : null}
          </g>
        );
      })}
    </svg>
  );
}

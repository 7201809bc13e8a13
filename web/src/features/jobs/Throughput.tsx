import { useTranslation } from "react-i18next";
import { count } from "../../ui/number";

const WIDTH = 150, HEIGHT = 23;

/** What a kind got done, ten minutes a bar; each on its own scale, which the text says. */
export function Throughput({ name, done }: { name: string; done: number[] }) {
  const { t, i18n } = useTranslation();
  const n = (x: number) => count(x, i18n.language);
  const peak = Math.max(0, ...done);
  const step = WIDTH / Math.max(1, done.length);
  const label = t("jobs.throughput", { name, sum: n(done.reduce((a, b) => a + b, 0)), most: n(peak) });
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path className="gl" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
      {done.map((x, i) => {
        const tall = x === 0 ? 0 : Math.max(1.5, (x / peak) * (HEIGHT - 4));
        return tall > 0 ? <rect key={i} className="f1" x={i * step} y={HEIGHT - 1 - tall} width={step - 1} height={tall} /> : null;
      })}
    </svg>
  );
}

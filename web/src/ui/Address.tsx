import { useTranslation } from "react-i18next";
import type { Address } from "../api/types";
import { Copy } from "./Copy";
import { country } from "./number";

function addressLines(a: Address, locale: string): string[] {
  const name = `${a.first_name} ${a.last_name}`.trim();
  const city = [a.postcode, a.city].filter(Boolean).join(" ");
  return [a.company, name, a.address_1, a.address_2, [city, a.state.replace(/^[A-Z]{2}-/, "")].filter(Boolean).join(", "), a.country ? country(a.country, locale) : ""].filter((x) => x.trim() !== "");
}

export function AddressBlock({ title, address, same }: { title: string; address: Address; same?: boolean }) {
  const { t, i18n } = useTranslation();
  const lines = addressLines(address, i18n.language);
  return (
    <div className="sec">
      <h2>{title}{lines.length > 0 ? <span className="to"><Copy text={lines.join("\n")} label={t("act.copy")} /></span> : null}</h2>
      {same ? <p className="sub">{t("order.sameAddress")}</p>
      : lines.length === 0 ? <p className="sub">{t("order.noAddress")}</p>
      : (
        <address className="addr" style={{ fontStyle: "normal" }}>
          {lines.map((l) => <div key={l}>{l}</div>)}
          {address.phone ? <div className="q num">{address.phone}</div> : null}
          {address.email ? <div className="q">{address.email}</div> : null}
        </address>
      )}
    </div>
  );
}

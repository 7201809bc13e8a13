import { useTranslation } from "react-i18next";
import { live } from "../api/live";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { useNow } from "../ui/Time";
import { clock, left } from "../ui/time";
import { useLive } from "./TopBar";

/** Says that what stands below is no longer refreshed, and since when. A hiccup of a few seconds says nothing. */
export function Stale() {
  const { t, i18n } = useTranslation();
  const state = useLive();
  const now = Math.max(useNow(), Date.now());
  if (state.state !== "off" || now - state.since < 4000) return null;
  const wait = Math.max(0, (state.nextTry - now) / 1000);
  return (
    <div className="stale" role="status">
      <Icon name="warn" />
      <span><span className="m">{t("stale.since", { at: clock(new Date(state.since), i18n.language) })}</span> {t("stale.why")}</span>
      <span className="end">
        <span className="sub num hide-m">{t("stale.next", { in: left(wait, t) })}</span>
        <Button onClick={() => live.tryNow()}>{t("act.tryNow")}</Button>
      </span>
    </div>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { keys } from "../../api/keys";
import { Dialog } from "../../ui/Dialog";
import { LoginForm } from "./LoginForm";
import "./auth.css";

/** The session ended while a form held words: one signs in above it, and nothing is lost. */
export function SignInAgain({ email, onDone }: { email: string; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (
    <Dialog open locked title={t("login.again")} onClose={onDone}>
      <p>{t("login.againWhy")}</p>
      <LoginForm email={email} onDone={(user) => { client.setQueryData(keys.me, user); void client.invalidateQueries(); onDone(); }} />
    </Dialog>
  );
}

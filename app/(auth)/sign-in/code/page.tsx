import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { PasskeyButton } from "@/app/_ui/passkey-button";
import { readStanding } from "@/lib/auth/sessions/standing";
import { t } from "@/lib/platform/language/translate";
import { PlainFrame } from "../../_components/plain-frame";
import { landing } from "../../landing";
import { signOutAction } from "../../sign-out/actions";
import { CodeForm } from "./_components/code-form";

export const metadata: Metadata = { title: t("Second step") };

/** After the password, or the sign-in service of the organisation: the session that it opened may do this, or end. */
export default async function SecondStepPage() {
  const way = await landing();
  const standing = await readStanding();
  if (way !== "/sign-in/code" || !standing) redirect(way);
  return (
    <PlainFrame layout="signin">
      <section className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t("Second step")}</h1>
          <p className="muted">
            {t("{value} that it is you.", {
              value:
                standing.amr === "oidc"
                  ? t("Your organisation has signed you in. Now confirm here too")
                  : t("Your password was correct. Now confirm"),
            })}
          </p>
        </div>
        {standing.passkeys > 0 ? (
          <PasskeyButton
            ceremony="sign_in"
            otherwise={t("This browser cannot use your passkey. Type a code below, or use another browser.")}
          >
            {t("Use your passkey")}
          </PasskeyButton>
        ) : null}
        <CodeForm app={standing.totpAt !== null} recovery={standing.codesLeft > 0 && standing.amr === "password"} />
        <form action={signOutAction}>
          <Button type="submit" variant="quiet" icon="log-out">
            {t("Start again")}
          </Button>
        </form>
      </section>
    </PlainFrame>
  );
}

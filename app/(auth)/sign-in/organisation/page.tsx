import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/link-button";
import { ssoSettings } from "@/lib/auth/sso/settings";
import { t } from "@/lib/platform/language/translate";
import { PlainFrame } from "../../_components/plain-frame";

export const metadata: Metadata = { title: t("Not signed in") };

/** The one answer to every journey to the sign-in service that opened nothing: it does not say which it was. */
export default function NotSignedInPage() {
  const settings = ssoSettings();
  if (!settings) notFound();
  return (
    <PlainFrame layout="signin">
      <section className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t("You are not signed in")}</h1>
          <p className="read">
            {t(
              "Signing in with {label} did not work this time. It took longer than five minutes, it was stopped there, too many people tried at once, or your account there is not connected with the one that you have here.",
              { label: settings.label },
            )}
          </p>
        </div>
        <div className="stack stack--s">
          <h2>{t("What to do now")}</h2>
          <ol>
            <li>{t("Sign in with your passkey, or with your password and a code.")}</li>
            <li>{t("Under Account, Security, connect {label}. Once is enough.", { label: settings.label })}</li>
            <li>
              {t("If you cannot get in at all, ask an administrator of your organisation for a new sign-in link.")}
            </li>
          </ol>
        </div>
        <div className="row">
          <LinkButton href="/sign-in" variant="primary">
            {t("Back to sign in")}
          </LinkButton>
        </div>
      </section>
    </PlainFrame>
  );
}

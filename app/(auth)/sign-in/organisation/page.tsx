import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { ssoSettings } from "@/lib/auth/sso/settings";
import { PlainFrame } from "../../_components/plain-frame";

export const metadata: Metadata = { title: "Not signed in" };

/** The one answer to every journey to the sign-in service that opened nothing: it does not say which it was. */
export default function NotSignedInPage() {
  const settings = ssoSettings();
  if (!settings) notFound();
  return (
    <PlainFrame layout="signin">
      <section className="stack stack--l">
        <div className="stack stack--s">
          <h1>You are not signed in</h1>
          <p className="read">
            Signing in with {settings.label} did not work this time. It took longer than five minutes, it was stopped
            there, too many people tried at once, or your account there is not connected with the one that you have
            here.
          </p>
        </div>
        <div className="stack stack--s">
          <h2>What to do now</h2>
          <ol>
            <li>Sign in with your passkey, or with your password and a code.</li>
            <li>Under Account, Security, connect {settings.label}. Once is enough.</li>
            <li>If you cannot get in at all, ask an administrator of your organisation for a new sign-in link.</li>
          </ol>
        </div>
        <div className="row">
          <LinkButton href="/sign-in" variant="primary">
            Back to sign in
          </LinkButton>
        </div>
      </section>
    </PlainFrame>
  );
}

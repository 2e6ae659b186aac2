import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PageLink } from "@/app/_ui/page-link";
import { PasskeyButton } from "@/app/_ui/passkey-button";
import { rich } from "@/app/_ui/rich";
import { KeptNote } from "@/app/_watch/kept-note";
import { DemoSignIns } from "@/app/(auth)/sign-in/_components/demo-sign-ins";
import { setupIsOpen } from "@/lib/auth/sign-in/claim-setup";
import { ssoSettings } from "@/lib/auth/sso/settings";
import { demoIsOpen } from "@/lib/operations/demo/open-demo-session";
import { demoSignIns } from "@/lib/operations/demo/people";
import { t } from "@/lib/platform/language/translate";
import { NotSetUp } from "../_components/not-set-up";
import { PlainFrame } from "../_components/plain-frame";
import { landing } from "../landing";
import { SignInForm } from "./_components/sign-in-form";
import { SsoForm } from "./_components/sso-form";

export const metadata: Metadata = { title: t("Sign in") };

export default async function SignInPage() {
  const way = await landing();
  if (way !== "/sign-in") redirect(way);
  if (await setupIsOpen()) return <NotSetUp />;
  const sso = ssoSettings();
  const demo = demoIsOpen((await headers()).get("host"));
  return (
    <PlainFrame layout="signin">
      <section className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t("Sign in")}</h1>
          <p className="muted">{t("For staff and registered officers. Clients never sign in here.")}</p>
        </div>
        <KeptNote />
        <PasskeyButton ceremony="sign_in">{t("Sign in with a passkey")}</PasskeyButton>
        <SignInForm />
        {sso ? <SsoForm label={sso.label} /> : null}
        <p className="muted">{t("You are signed out after 30 minutes without use.")}</p>
        <p className="muted">
          {rich("Were you given a packet? <link>Check its number</link>", {
            link: (words) => <PageLink href={"/verify" as Route}>{words}</PageLink>,
          })}
        </p>
      </section>
      {demo ? <DemoSignIns doors={demoSignIns} /> : null}
    </PlainFrame>
  );
}

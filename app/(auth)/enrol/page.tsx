import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AddPasskeyForm } from "@/app/_ui/add-passkey-form";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { TotpForm } from "@/app/_ui/totp-form";
import { offeredCode } from "@/lib/auth/codes/offered-code";
import { readStanding } from "@/lib/auth/sessions/standing";
import { t } from "@/lib/platform/language/translate";
import { PlainFrame } from "../_components/plain-frame";
import { landing } from "../landing";
import { signOutAction } from "../sign-out/actions";
import { enrolTotpAction } from "./actions";

export const metadata: Metadata = { title: t("Second way to prove who you are") };

/** Apart from sign-out, the only page that a session without a second factor can open. */
export default async function EnrolPage() {
  const way = await landing();
  const standing = await readStanding();
  if (way !== "/enrol" || !standing) redirect(way);
  const seed = await offeredCode(standing);
  return (
    <PlainFrame>
      <div className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t("One more thing before you start")}</h1>
          <p className="read">
            {t(
              "A password alone can be guessed or stolen. The people in {orgName} also prove who they are with a device. Choose one of two ways.",
              { orgName: standing.orgName },
            )}
          </p>
        </div>
        {standing.amr === "recovery" ? (
          <Notice kind="warning" title={t("You used a recovery code")}>
            {t(
              "That code no longer works, and you were signed out everywhere else. Add a new device now. Then remove the one you lost and make new recovery codes.",
            )}
          </Notice>
        ) : null}
        <div className="cols cols--2">
          <Panel id="passkey" title={t("A passkey")}>
            <p className="read">
              {t(
                "Best. Your computer, phone or security key signs you in with your face, finger or PIN. It works at this address only, so nobody can trick you into giving it away.",
              )}
            </p>
            <AddPasskeyForm suggested={t("This device")} />
          </Panel>
          <Panel id="app" title={t("An authenticator app")}>
            <p className="read">
              {t(
                "Second best. It shows a code that you type after your password. A few actions, such as giving an officer the sealed annex, still need a passkey.",
              )}
            </p>
            {seed ? <TotpForm seed={seed} action={enrolTotpAction} label={t("Use this app")} /> : null}
          </Panel>
        </div>
        <form action={signOutAction}>
          <Button type="submit" variant="quiet" icon="log-out">
            {t("Sign out")}
          </Button>
        </form>
      </div>
    </PlainFrame>
  );
}

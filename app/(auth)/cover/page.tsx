import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { Covered } from "@/app/_watch/covered";
import { SignOutForm } from "@/app/_watch/sign-out-form";
import { askedToUncover } from "@/lib/auth/step-up/cover";
import { t } from "@/lib/platform/language/translate";
import { PlainFrame } from "../_components/plain-frame";
import { landing } from "../landing";
import { signOutAction } from "../sign-out/actions";
import { uncoverAction } from "./actions";

export const metadata: Metadata = { title: t("The screen is hidden") };

/** A separate document, so that nothing of the covered page is left in it. It does not say whose it was. */
export default async function CoverPage() {
  const way = await landing();
  if (way !== "/cover") redirect(way);
  return (
    <PlainFrame layout="signin">
      <section className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t("The screen is hidden")}</h1>
          <p>
            {t(
              "Confirm it is you. What you typed is stored encrypted and comes back; what was on the screen does not.",
            )}
          </p>
          <Covered />
        </div>
        <ActionForm action={uncoverAction} label={t("Show the page again")} guard={false}>
          <ConfirmField asks={await askedToUncover()} />
          <SubmitFoot icon="eye" pendingText={t("Checking")}>
            {t("Show the page again")}
          </SubmitFoot>
        </ActionForm>
        <SignOutForm signOut={signOutAction}>
          <Button type="submit" variant="quiet" icon="log-out">
            {t("Sign out")}
          </Button>
        </SignOutForm>
      </section>
    </PlainFrame>
  );
}

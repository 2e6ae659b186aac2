import type { Metadata } from "next";
import { t } from "@/lib/platform/language/translate";
import { PlainFrame } from "../_components/plain-frame";
import { InvitationForm } from "./_components/invitation-form";
import { readInvitationAction } from "./actions";

export const metadata: Metadata = { title: t("Join") };

/** The token is in the URL fragment, so that no server and no log sees it before the form is sent. */
export default function InvitationPage() {
  return (
    <PlainFrame layout="signin">
      <section className="stack stack--l">
        <h1>{t("Join your organisation")}</h1>
        <InvitationForm read={readInvitationAction} />
      </section>
    </PlainFrame>
  );
}

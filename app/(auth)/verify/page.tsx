import type { Metadata, Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { t } from "@/lib/platform/language/translate";
import { PlainFrame } from "../_components/plain-frame";
import { VerifyForm } from "./_components/verify-form";
import { verifyAction } from "./actions";

export const metadata: Metadata = { title: t("Check a packet") };

export default function VerifyPage() {
  return (
    <PlainFrame>
      <div className="stack stack--l verify">
        <div className="stack stack--s">
          <h1>{t("Check a packet")}</h1>
          <p className="muted">
            {t(
              "The number is on every page of a packet, with the check word beside it on page 1 and on the receipt slip. This page shows whether that packet was approved, the SHA-256 of the file, and whether it was withdrawn or replaced. Nothing else is shown, and you do not need to sign in.",
            )}
          </p>
        </div>
        <VerifyForm action={verifyAction} />
        <p>
          <PageLink href={"/sign-in" as Route}>{t("Sign in")}</PageLink>
        </p>
      </div>
    </PlainFrame>
  );
}

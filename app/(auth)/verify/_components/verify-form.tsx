"use client";

import { useContext, useEffect, useRef } from "react";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import type { VerifyState } from "../verify-state";
import { FoundVersions } from "./found-versions";

type VerifyFormProps = { action: (before: VerifyState, form: FormData) => Promise<VerifyState> };

/** Sent as a POST, so that no number is in a URL; works without JavaScript. */
export function VerifyForm({ action }: VerifyFormProps) {
  return (
    <ActionForm action={action} label={t("Check a packet")} guard={false} announceSaved={false}>
      <PrintedFields />
      <div className="row">
        <SubmitButton icon="search" pendingText={t("Checking")}>
          {t("Check")}
        </SubmitButton>
      </div>
      <Answer />
    </ActionForm>
  );
}

/** A code on paper leads here with number and word after `#`: filled in, and sent only when somebody presses the button. */
function PrintedFields() {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const printed = decodeURIComponent(window.location.hash.slice(1)).split("/");
    const inputs = field.current?.querySelectorAll("input") ?? [];
    for (const [at, input] of inputs.entries()) {
      const value = printed[at] ?? "";
      if (input.value === "" && /^[A-Za-z0-9-]{1,60}$/.test(value)) input.value = value;
    }
  }, []);
  return (
    <div ref={field} className="stack">
      <TextField name="number" label={t("Packet number")} hint={t("For example: CD-26-0142-P1")} short required />
      <TextField
        name="word"
        label={t("Check word")}
        hint={t("For example: 3F0A-91C7. On a packet without one, the first 8 characters of the SHA-256 of the PDF")}
        short
        required
      />
    </div>
  );
}

/** The server's answer, inside the form. */
function Answer() {
  const { found } = useContext(FormContext).state as VerifyState;
  return found ? <FoundVersions key={JSON.stringify(found)} {...found} /> : null;
}

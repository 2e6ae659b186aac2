"use client";

import { useContext } from "react";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { SubmitButton } from "@/app/_ui/submit-button";
import { ClosedLink } from "@/app/(auth)/first/[secret]/_components/closed-link";
import type { CodeFormState } from "@/app/(auth)/first/[secret]/code-form-state";
import { closedPages, codeRisk } from "@/lib/handover/first-contact/labels";
import { t } from "@/lib/platform/language/translate";

type DoorFormProps = { action: (before: CodeFormState, form: FormData) => Promise<CodeFormState> };

/**
 * Asks for the code and says nothing else. Sent as a POST, so that a passive visit, such as by a mail filter, uses
 * nothing up.
 */
export function CodeForm({ action }: DoorFormProps) {
  return (
    <ActionForm
      action={action}
      label={t("Open with a code")}
      failed={t("Not opened yet")}
      guard={false}
      announceSaved={false}
    >
      <CodeOrAnswer />
    </ActionForm>
  );
}

function CodeOrAnswer() {
  const { closed } = useContext(FormContext).state as CodeFormState;
  if (closed) return <ClosedLink page={closedPages[closed]} />;
  return (
    <>
      <div className="stack stack--s">
        <h1>{t("Type the code that you were told by phone")}</h1>
        <p className="muted">
          {t(
            "Nobody sends it in writing. If you were not told one, call the person who gave you this link, on a number that you know.",
          )}
        </p>
      </div>
      <TextField
        name="code"
        label={t("Code")}
        hint={t("Twelve letters and digits, for example 7Q4K D0XM B2TA. Capitals and spaces do not matter")}
        short
        required
        maxLength={40}
        spellCheck={false}
      />
      <div className="row">
        <SubmitButton icon="key-round" pendingText={t("Looking")}>
          {t("Open the link")}
        </SubmitButton>
      </div>
      <p className="small muted">{codeRisk}</p>
    </>
  );
}

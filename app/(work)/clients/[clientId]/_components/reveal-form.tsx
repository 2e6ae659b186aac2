"use client";

import { useContext } from "react";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { Facts } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { revealableLabels } from "@/lib/casework/clients/labels";
import { t } from "@/lib/platform/language/translate";
import { revealClientAction } from "../actions";

type RevealProps = { clientId: string; confirm: Confirmation };

/** Shows sealed details once, on this page, after a reason and a fresh proof were given. */
export function RevealForm({ clientId, confirm }: RevealProps) {
  return (
    <ActionForm action={revealClientAction} label={t("Show protected details")} guard={false} className="form--narrow">
      <input type="hidden" name="clientId" value={clientId} />
      <Revealed />
      <TextField
        name="reason"
        label={t("Why do you need to see them?")}
        hint={t("For example: to fill in form 1 with the client")}
      />
      <ConfirmField asks={confirm} />
      <SubmitFoot variant="secondary" icon="eye" pendingText={t("Opening")}>
        {t("Show the details")}
      </SubmitFoot>
    </ActionForm>
  );
}

function Revealed() {
  const { state } = useContext(FormContext);
  if (!state.values.shown) return null;
  const shown = JSON.parse(state.values.shown) as Record<string, string>;
  return (
    <Facts
      items={Object.entries(revealableLabels).flatMap(([field, name]) =>
        field in shown ? [{ name, value: shown[field] || "Not yet given" }] : [],
      )}
    />
  );
}

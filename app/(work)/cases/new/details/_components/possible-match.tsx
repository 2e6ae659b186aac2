"use client";

import { useContext } from "react";
import { TextField } from "@/app/_ui/field";
import { FormContext, fieldId } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";

/** `Avocet (RK-27):` within the message. */
const named = /(?:^|[:;] )([^:;]+?) \(([A-Z]{2}-\d+)\):/g;

/**
 * Shown before anything is saved, if a client with the same number, phone or e-mail is known: the same person, whose
 * case it becomes, or another.
 */
export function PossibleMatch() {
  const { state, prefix } = useContext(FormContext);
  const [asked, why, than] = ["client.somebodyElse", "client.somebodyElseWhy", "client.somebodyElseThan"] as const;
  const message = state.fields[asked] ?? state.values.possibleMatch ?? "";
  if (!state.fields[asked] && !state.fields[why]) return null;
  // What was asked for goes on: opened, or saved to be finished later.
  const later = state.values.do?.endsWith("later") ? " later" : "";
  const matches = [...message.matchAll(named)].map(([, pseudonym = "", code = ""]) => ({ pseudonym, code }));
  return (
    <div className="stack" id={fieldId(prefix, asked)} tabIndex={-1}>
      <input type="hidden" name={than} value={matches.map(({ code }) => code).join(" ")} readOnly />
      <input type="hidden" name="possibleMatch" value={message} readOnly />
      <Notice kind="warning" icon="users" title={t("Nothing is saved yet")}>
        {state.fields[asked] ? null : <p>{message}</p>}
        <p>{t("Compare the two, then choose. What you typed is still here.")}</p>
      </Notice>
      <div className="row">
        {matches.map(({ pseudonym, code }) => (
          <SubmitButton
            key={code}
            variant="secondary"
            icon="folder-plus"
            name="do"
            value={`same ${code}${later}`}
            pendingText={t("Opening the case")}
          >
            {t("It is the same person: open the case for {pseudonym}", { pseudonym })}
          </SubmitButton>
        ))}
      </div>
      <TextField
        name={why}
        label={t("If not: how you know")}
        hint={t("For example: mother and daughter share the phone")}
      />
      <div className="row">
        <SubmitButton
          variant="secondary"
          icon="user-plus"
          name="do"
          value={`another${later}`}
          pendingText={t("Opening the case")}
        >
          {t("Another person: save")}
        </SubmitButton>
      </div>
    </div>
  );
}

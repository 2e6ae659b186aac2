"use client";

import type { ReactNode } from "react";
import { useContext } from "react";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { SubmitButton } from "@/app/_ui/submit-button";
import { longestQuery } from "@/lib/oversight/search/rules";
import type { Hit } from "@/lib/oversight/search/types";
import { t } from "@/lib/platform/language/translate";
import { findAction } from "../actions";
import { Hits } from "./hits";

/** The one box. `children` are the hits of the address; an answer of the form takes their place. */
export function FindForm({ text, rows = 3, children }: { text: string; rows?: number; children: ReactNode }) {
  return (
    <ActionForm action={findAction} label={t("Find")} guard={false} announceSaved={false}>
      <TextArea
        key={text}
        name="q"
        id="find-text"
        label={t("Number, name or message")}
        hint={t(
          "For example CAS 212/10/2026, a phone number, a client’s name as it sounds, or the whole SMS. Spelling, spaces and capitals do not matter.",
        )}
        rows={rows}
        maxLength={longestQuery}
        defaultValue={text}
      />
      <div className="row">
        <SubmitButton icon="search" pendingText={t("Looking")}>
          {t("Find")}
        </SubmitButton>
      </div>
      <Answer>{children}</Answer>
    </ActionForm>
  );
}

function Answer({ children }: { children: ReactNode }) {
  const { state } = useContext(FormContext);
  const { q, found } = state.values;
  if (state.status !== "saved" || found === undefined) return children;
  return <Hits text={q ?? ""} hits={JSON.parse(found) as Hit[]} people />;
}

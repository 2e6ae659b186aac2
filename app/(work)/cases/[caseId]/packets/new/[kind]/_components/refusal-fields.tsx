"use client";

import type { Route } from "next";
import { Radios } from "@/app/_ui/choice";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import type { DraftChoices } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

/** Which refusal is complained about. One pack, one refusal: each goes up its own rungs. */
export function RefusalFields({ choices }: { choices: DraftChoices }) {
  const { caseId, refusals, start } = choices;
  if (refusals.length === 0) {
    return (
      <Panel id="draft-refusal" title={t("The refusal")} padded={false}>
        <EmptyState
          icon="flag"
          title={t("No refusal is logged")}
          action={
            <LinkButton variant="secondary" icon="plus" href={`/cases/${caseId}/refusals` as Route}>
              {t("Log a refusal")}
            </LinkButton>
          }
        >
          {t(
            "A complaint is about one refusal: who refused what, when and in which words. Log it first, then come back.",
          )}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel id="refusal-choice" title={t("The refusal")}>
      <Radios
        name="refusal"
        label={t("Which refusal is complained about?")}
        options={refusals.map(({ id, label, hint }) => ({ value: id, label, hint }))}
        defaultValue={start.refusal}
      />
    </Panel>
  );
}

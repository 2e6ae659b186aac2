"use client";

import type { Route } from "next";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { SubmitButton } from "@/app/_ui/submit-button";
import { packetKinds } from "@/lib/packets/packets/labels";
import type { DraftChoices, DraftPart, PreflightView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { draftPacketAction } from "../actions";
import { AskFields } from "./ask-fields";
import { EmergencyFields } from "./emergency-fields";
import { ExhibitFields } from "./exhibit-fields";
import { LiveCheck } from "./live-check";
import { LetterFields, MatterFields, ReasonFields } from "./matter-fields";
import { NcbFields } from "./ncb-fields";
import { ReceiverFields } from "./receiver-fields";
import { RefusalFields } from "./refusal-fields";

type Props = { choices: DraftChoices; lines: readonly PreflightView[] };

/** Everything that a person writes for a packet of one kind. "Check" saves nothing; "Build" makes the version. */
export function DraftForm({ choices, lines }: Props) {
  const { caseId, kind, start, nextVersion } = choices;
  const asks = (part: DraftPart) => packetKinds[kind].asks.includes(part);
  return (
    <ActionForm action={draftPacketAction} label={t("Draft a packet")} prefix="draft">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="kind" value={kind} />
      <div className="draftcols">
        <div className="stack stack--l">
          {asks("refusal") ? <RefusalFields choices={choices} /> : null}
          <ReceiverFields choices={choices} />
          {asks("stage") || asks("screening") ? <MatterFields start={start} /> : null}
          {asks("ncb") ? <NcbFields start={start} /> : null}
          {asks("asks") ? <AskFields choices={choices} /> : null}
          {asks("letter") ? <LetterFields start={start} /> : null}
          {asks("reasons") ? <ReasonFields start={start} kind={kind} /> : null}
          {asks("emergency") ? <EmergencyFields choices={choices} /> : null}
          {asks("exhibits") ? <ExhibitFields choices={choices} /> : null}
          <FormFoot>
            <SubmitButton name="intent" value="build" icon="package" pendingText={t("Sending it to be built")}>
              {t("Build version {nextVersion}", { nextVersion })}
            </SubmitButton>
            <SubmitButton
              name="intent"
              value="check"
              variant="secondary"
              icon="clipboard-check"
              pendingText={t("Checking")}
            >
              {t("Check first")}
            </SubmitButton>
            <LinkButton variant="quiet" href={`/cases/${caseId}/packets` as Route}>
              {t("Cancel")}
            </LinkButton>
          </FormFoot>
        </div>
        <LiveCheck caseId={caseId} kind={kind} first={lines} />
      </div>
    </ActionForm>
  );
}

import { Checkbox } from "@/app/_ui/choice";
import { Clash } from "@/app/_ui/clash";
import { ActionForm } from "@/app/_ui/form";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { Facts, RecordPanel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { identifierLabels } from "@/lib/casework/subjects/identifiers/labels";
import type { IdentifierView } from "@/lib/casework/subjects/identifiers/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { amendIdentifierAction, removeIdentifierAction } from "../actions";
import type { Board } from "./board";
import { ConfidenceChip } from "./confidence-chip";
import { IdentifierFields, identifierFields } from "./identifier-fields";
import { MatchNotes } from "./match-notes";
import { OnDemand } from "./on-demand";

/** A phone, an e-mail, a wallet or a place that is alleged to be the subject's. */
export function IdentifierCard({ board, identifier }: { board: Board; identifier: IdentifierView }) {
  const matches = board.matches.filter((match) => match.ownerKind === "identifier" && match.ownerId === identifier.id);
  const needsProof =
    identifier.confidence === "confirmed" && (identifier.exhibit === null || identifier.linkReason === null);
  const of = {
    board,
    of: identifier.id,
    place: `#identifier-${identifier.id}`,
    name: identifierLabels[identifier.kind].toLowerCase(),
  };
  return (
    <RecordPanel
      id={`identifier-${identifier.id}`}
      label={`${identifierLabels[identifier.kind]} ${identifier.value}`}
      title={identifierLabels[identifier.kind]}
      end={
        <div className="row">
          <ConfidenceChip confidence={identifier.confidence} needsProof={needsProof} />
        </div>
      }
    >
      <MatchNotes matches={matches} />
      <Facts items={factsOf(identifier)} />
      <div className="row noprint">
        <OnDemand {...of} form="identifier" icon="pencil" label={t("Change it")}>
          {() => (
            <ActionForm action={amendIdentifierAction} label={t("Change this identifier")}>
              <input type="hidden" name="caseId" value={board.caseId} />
              <input type="hidden" name="identifierId" value={identifier.id} />
              <Clash record={identifier.id} fields={identifierFields(board)} />
              <IdentifierFields board={board} known={identifier} />
              <SubmitFoot variant="secondary" pendingText={t("Saving")}>
                {t("Save the identifier")}
              </SubmitFoot>
            </ActionForm>
          )}
        </OnDemand>
        <OnDemand {...of} form="remove" icon="circle-minus" label={t("Remove it from the board")}>
          {() => (
            <ActionForm action={removeIdentifierAction} label={t("Remove it from the board")}>
              <input type="hidden" name="caseId" value={board.caseId} />
              <input type="hidden" name="identifierId" value={identifier.id} />
              <Checkbox
                name="seen"
                label={t("It does not belong to this subject")}
                hint={t("It is not found or matched any more. The log keeps that it was here.")}
              />
              <SubmitFoot variant="danger" pendingText={t("Removing")}>
                {t("Take it off")}
              </SubmitFoot>
            </ActionForm>
          )}
        </OnDemand>
      </div>
    </RecordPanel>
  );
}

function factsOf(identifier: IdentifierView) {
  const seen = (on: string | null) => (on ? formatDate(on) : "not noted");
  return [
    { name: t("Value"), value: <RefNumberWithCopy value={identifier.value} what="value" /> },
    { name: t("What points to the subject"), value: identifier.linkReason ?? "Not noted" },
    { name: t("What shows it"), value: identifier.exhibit ?? "No exhibit yet" },
    { name: t("Seen"), value: `First ${seen(identifier.firstSeenOn)}, last ${seen(identifier.lastSeenOn)}` },
  ];
}

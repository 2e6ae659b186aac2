import { Checkbox } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { kindLabels } from "@/lib/escalation/takedowns/labels";
import type { Candidate } from "@/lib/escalation/takedowns/types";
import { t } from "@/lib/platform/language/translate";
import { trackItemsAction } from "../actions";

/** Accounts and addresses of the case that are not on the list. All are ticked: one press adds them. */
export function CandidatesForm({ caseId, candidates }: { caseId: string; candidates: readonly Candidate[] }) {
  return (
    <ActionForm action={trackItemsAction} label={t("Add from the case")} guard={false}>
      <input type="hidden" name="caseId" value={caseId} />
      {candidates.map(({ key, kind, platformName, where, from }) => (
        <Checkbox
          key={key}
          name="keys"
          id={`keys-${key}`}
          value={key}
          label={`${platformName}, ${kindLabels[kind].toLowerCase()} (${from})`}
          hint={<bdi className="breakable">{where}</bdi>}
          defaultChecked
        />
      ))}
      <SubmitFoot icon="plus" pendingText={t("Adding")} variant="secondary">
        {t("Add the ticked items to the list")}
      </SubmitFoot>
    </ActionForm>
  );
}

import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { discardDraftAction } from "../actions";

type Props = { caseId: string; noteId: string; of: "new" | "change" };

/** Throws away what was typed and not saved, and opens the page again without it. */
export function DiscardForm({ caseId, noteId, of }: Props) {
  return (
    <ActionForm action={discardDraftAction} label={t("Discard the draft")} guard={false}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="noteId" value={noteId} />
      <input type="hidden" name="of" value={of} />
      <p>
        <SubmitButton variant="quiet" small icon="trash-2" pendingText={t("Discarding the draft")}>
          {t("Discard the draft")}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}

import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { unfoldedMinutes } from "@/lib/evidence/chats/rules";
import { unfoldWordsAction } from "../actions";

/** The words stay folded until somebody asks for them, and that is noted. */
export function Unfold({ exhibitId, unfolded }: { exhibitId: string; unfolded: boolean }) {
  if (unfolded) return <span className="muted">Words shown for {unfoldedMinutes} minutes; noted</span>;
  return (
    <ActionForm whileRestricted action={unfoldWordsAction} label="Show the words" guard={false} announceSaved={false}>
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <SubmitButton small variant="quiet" icon="eye" pendingText="Opening">
        Show the words
      </SubmitButton>
    </ActionForm>
  );
}

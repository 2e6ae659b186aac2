import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { noteReadAction } from "../../actions";

/** An act of its own: opening the page tells her nothing. */
export function NoteReadForm({ enquiryId }: { enquiryId: string }) {
  return (
    <ActionForm action={noteReadAction} label={t("Mark as read")} guard={false}>
      <input type="hidden" name="enquiryId" value={enquiryId} />
      <div className="row">
        <SubmitButton variant="secondary" icon="eye" pendingText={t("Noting")}>
          {t("I have read it")}
        </SubmitButton>
        <span className="muted">{t("She then sees that somebody read it.")}</span>
      </div>
    </ActionForm>
  );
}

import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { unfoldedMinutes } from "@/lib/evidence/chats/rules";
import { t } from "@/lib/platform/language/translate";
import { unfoldWordsAction } from "../actions";

/** The words stay folded until somebody asks for them, and that is noted. */
export function Unfold({ exhibitId, unfolded }: { exhibitId: string; unfolded: boolean }) {
  if (unfolded)
    return <span className="muted">{t("Words shown for {unfoldedMinutes} minutes; logged", { unfoldedMinutes })}</span>;
  return (
    <ActionForm
      whileRestricted
      action={unfoldWordsAction}
      label={t("Show the words")}
      guard={false}
      announceSaved={false}
    >
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <SubmitButton small variant="quiet" icon="eye" pendingText={t("Opening")}>
        {t("Show the words")}
      </SubmitButton>
    </ActionForm>
  );
}

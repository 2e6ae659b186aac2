import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { askForCheckAction } from "../../actions";

/** One press: the worker looks at the address, within a minute or two. */
export function CheckNow({ takedownId }: { takedownId: string }) {
  return (
    <ActionForm action={askForCheckAction} label={t("Check the address")} guard={false}>
      <input type="hidden" name="takedownId" value={takedownId} />
      <div>
        <SubmitButton icon="eye" variant="secondary" pendingText={t("Asking")}>
          {t("Check now")}
        </SubmitButton>
      </div>
      <p className="small muted">{t("The address checker asks the site once. Open this page again in a minute.")}</p>
    </ActionForm>
  );
}

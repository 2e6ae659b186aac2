import { Checkbox } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { setPagesAction } from "../actions";

/** Whether clients may be given a page of their own. */
export function PagesForm({ on }: { on: boolean }) {
  return (
    <ActionForm action={setPagesAction} label={t("Pages for clients")} prefix="pages">
      <Checkbox
        name="on"
        value="on"
        label={t("Caseworkers may give a client a page of her own")}
        hint={t("Turned off, every open page closes at once. Nothing that was sent is lost.")}
        defaultChecked={on}
      />
      <SubmitFoot variant="secondary" pendingText={t("Saving")}>
        {t("Save")}
      </SubmitFoot>
    </ActionForm>
  );
}

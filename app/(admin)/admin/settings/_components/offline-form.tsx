import { Checkbox } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { setOfflineAction } from "../actions";

/** Whether staff may prepare a device to write offline. */
export function OfflineForm({ on }: { on: boolean }) {
  return (
    <ActionForm action={setOfflineAction} label={t("Work offline")} prefix="offline">
      <Checkbox
        name="on"
        value="on"
        label={t("Staff may prepare a device to write offline")}
        hint={t("Turned off, no more are prepared. What waits on one already is still taken.")}
        defaultChecked={on}
      />
      <SubmitFoot variant="secondary" pendingText={t("Saving")}>
        {t("Save")}
      </SubmitFoot>
    </ActionForm>
  );
}

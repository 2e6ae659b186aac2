import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { proveTakeAction } from "../actions";

/** In the place of the link to an intimate original, until the person has shown that it is them. */
export function TakePanel({ confirm }: { confirm: Confirmation }) {
  return (
    <Panel id="take" title={t("Download the original")}>
      <ActionForm
        action={proveTakeAction}
        label={t("Confirm that it is you")}
        guard={false}
        whileRestricted
        prefix="take"
      >
        <p>{t("It is marked as intimate, so its original leaves only after you show that it is you.")}</p>
        <ConfirmField asks={confirm} />
        <div className="row">
          <SubmitButton variant="secondary" pendingText={t("Checking")}>
            {t("Confirm to download")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}

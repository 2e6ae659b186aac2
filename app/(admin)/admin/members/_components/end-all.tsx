import { Checkbox } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { endAllSessionsAction } from "../actions";

/** For when nobody knows which session is an intruder's. */
export function EndAll({ confirm }: { confirm: Confirmation }) {
  return (
    <Panel id="end-all" title={t("Sign everybody out")}>
      <ActionForm action={endAllSessionsAction} label={t("Sign everybody out")} guard={false}>
        <Checkbox
          name="sure"
          label={t("End every session of this organisation, mine too")}
          hint={t(
            "Everybody has to sign in again, with their second factor. What they typed and did not save is lost.",
          )}
        />
        <ConfirmField asks={confirm} />
        <div className="row">
          <SubmitButton variant="danger" pendingText={t("Ending the sessions")}>
            {t("Sign everybody out")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}

import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { proveAction } from "../actions";

/** Precedes every change: an unattended desk must not reveal how its owner signs in. */
export function ConfirmPanel({ asks }: { asks: Confirmation }) {
  return (
    <Panel id="confirm" title={t("Confirm first, to change anything here")}>
      <ActionForm action={proveAction} label={t("Confirm that it is you")} guard={false}>
        <ConfirmField asks={asks} />
        {asks === "passkey" ? null : (
          <div className="row">
            <SubmitButton variant="secondary" pendingText={t("Checking")}>
              {t("Confirm")}
            </SubmitButton>
          </div>
        )}
      </ActionForm>
    </Panel>
  );
}

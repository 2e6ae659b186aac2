import { ConfirmField } from "@/app/_ui/confirm-field";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { letOutMinutes } from "@/lib/evidence/scans/rules";
import { t } from "@/lib/platform/language/translate";
import { letOutAction } from "../actions";

/** For a supervisor: downloads a held-back original, with a permanent reason. */
export function LetOutForm({ exhibitId, confirm }: { exhibitId: string; confirm: Confirmation }) {
  return (
    <Disclosure label={t("Take the original out of quarantine")}>
      <ActionForm action={letOutAction} label={t("Take the original out of quarantine")}>
        <input type="hidden" name="exhibitId" value={exhibitId} />
        <p>
          {t(
            "For {letOutMinutes} minutes you alone can download it. It may harm the machine that it is opened on. Its name then ends with .quarantined, and packets go on without it.",
            { letOutMinutes },
          )}
        </p>
        <TextArea
          name="reason"
          label={t("Why, and where it goes")}
          hint={t("For example: to the forensic laboratory, on a separate medium")}
          rows={2}
        />
        <ConfirmField asks={confirm} />
        <SubmitFoot variant="danger" icon="shield-alert" pendingText={t("Releasing")}>
          {t("Let it out")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

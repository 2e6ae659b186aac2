import { Fragment } from "react";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { confirmProvisionAction, withdrawProvisionChangeAction } from "../../../actions";
import { ProofFields, type ProvisionFrame, Spoken } from "./proof-fields";

/** Says that it was read again and nothing changed. */
export function ConfirmForm(frame: ProvisionFrame) {
  return (
    <ActionForm action={confirmProvisionAction} label={t("Checked again")}>
      <Spoken {...frame} />
      <Fragment key={frame.seen}>
        <ProofFields today={frame.today} source={frame.provision.sources[0]?.source} />
      </Fragment>
      <SubmitFoot variant="secondary" pendingText={t("Saving")}>
        {t("Save as checked")}
      </SubmitFoot>
    </ActionForm>
  );
}

/** Goes back to the release. */
export function WithdrawForm(frame: ProvisionFrame) {
  return (
    <ActionForm action={withdrawProvisionChangeAction} label={t("Undo the changes")}>
      <Spoken {...frame} />
      <p className="muted">
        {t("This goes back to the released version. The history keeps the changes made in between.")}
      </p>
      <TextField key={frame.seen} name="reason" label={t("Why")} required />
      <SubmitFoot variant="secondary" pendingText={t("Taking back")}>
        {t("Undo the changes")}
      </SubmitFoot>
    </ActionForm>
  );
}

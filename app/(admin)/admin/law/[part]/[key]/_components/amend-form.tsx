import { Fragment } from "react";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { amendProvisionAction } from "@/app/(admin)/admin/law/actions";
import { t } from "@/lib/platform/language/translate";
import { AgencyFields, ClockFields, OffenceFields, PlatformFields, RemedyFields } from "./part-fields";
import { ProofFields, type ProvisionFrame, Spoken } from "./proof-fields";

/** The current provision, to edit. Keyed by version, so that after saving it starts with the saved values. */
export function AmendForm(frame: ProvisionFrame) {
  return (
    <ActionForm action={amendProvisionAction} label={t("Bring up to date")}>
      <Spoken {...frame} />
      <Fragment key={frame.seen}>
        <PartFields {...frame} />
        <ProofFields today={frame.today} />
        <TextArea
          name="reason"
          label={t("What changed")}
          hint={t(
            "One sentence. It is shown with the source. For example: Proclamation 5 of 2027 brought this section into force.",
          )}
          rows={2}
          required
        />
      </Fragment>
      <SubmitFoot pendingText={t("Saving")}>{t("Save the change")}</SubmitFoot>
    </ActionForm>
  );
}

function PartFields({ provision }: ProvisionFrame) {
  if (provision.part === "offence") return <OffenceFields offence={provision.data} />;
  if (provision.part === "remedy") return <RemedyFields remedy={provision.data} />;
  if (provision.part === "agency") return <AgencyFields agency={provision.data} />;
  if (provision.part === "platform") return <PlatformFields platform={provision.data} />;
  return <ClockFields clock={provision.data} />;
}

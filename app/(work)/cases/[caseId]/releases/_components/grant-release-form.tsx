import { Disclosure } from "@/app/_ui/disclosure";
import { DateField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import { releaseDays } from "@/lib/handover/releases/rules";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../_components/pick-one";
import { grantReleaseAction } from "../actions";
import type { OfficerOption } from "./officer-fields";
import { ReleaseFields } from "./release-fields";

type GrantReleaseFormProps = {
  caseId: string;
  exhibits: PickList;
  officers: readonly OfficerOption[];
  open: boolean;
};

/** What the client signed, in terms that can be checked when something leaves. */
export function GrantReleaseForm({ caseId, exhibits, officers, open }: GrantReleaseFormProps) {
  return (
    <Disclosure icon="plus" label={t("Record a release")} id="grant" open={open}>
      <ActionForm action={grantReleaseAction} label={t("Record a release")} className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <ReleaseFields exhibits={exhibits} officers={officers}>
          <DateField name="signedOn" label={t("Signed on")} required />
          <DateField
            name="expiresOn"
            label={t("Ends on")}
            hint={t("{releaseDays} days after signing when left empty. At most a year", { releaseDays })}
            optional
          />
          {exhibits.options.length > 0 ? (
            <PickOne
              name="exhibitId"
              label={t("The signed paper")}
              hint={t("A scan or a photograph of it, kept as an exhibit of this case. It can be added later")}
              blank={t("No scan yet")}
              list={exhibits}
              optional
            />
          ) : null}
        </ReleaseFields>
        <SubmitFoot pendingText={t("Recording the release")}>{t("Record the release")}</SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

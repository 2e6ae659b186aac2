import { Radios, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { giverLabels } from "@/lib/escalation/written-authorities/labels";
import { type AuthorityDesk, givers } from "@/lib/escalation/written-authorities/types";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../_components/pick-one";
import { recordAuthorityAction } from "../actions";

type Props = { caseId: string; desk: AuthorityDesk };

export function RecordAuthorityForm({ caseId, desk }: Props) {
  return (
    <Disclosure icon="plus" label={t("Record a written authority")} id="record-authority">
      {desk.exhibits.options.length === 0 ? (
        <Notice title={t("Put the signed paper on file first")}>
          {rich("Scan or photograph it and <link>add it as an exhibit</link>. Then come back here.", {
            link: (words) => <PageLink href={`/cases/${caseId}/evidence`}>{words}</PageLink>,
          })}
        </Notice>
      ) : (
        <AuthorityFields caseId={caseId} desk={desk} />
      )}
    </Disclosure>
  );
}

function AuthorityFields({ caseId, desk }: Props) {
  const choices = givers.filter((giver) => giver === "client" || desk.clientIsMinor);
  return (
    <ActionForm action={recordAuthorityAction} label={t("Record a written authority")} className="panel panel__body">
      <input type="hidden" name="caseId" value={caseId} />
      <div className="cols cols--2">
        <Select
          name="process"
          label={t("What the client allows")}
          blank={t("Choose one")}
          options={desk.processes.map((proceeding) => ({ value: proceeding.key, label: proceeding.title }))}
          required
        />
        <PickOne
          name="exhibitId"
          label={t("The signed paper")}
          hint={t("A scan or a photograph of it, kept as an exhibit of this case")}
          blank={t("Choose an exhibit")}
          list={desk.exhibits}
          required
        />
        <Radios
          name="givenBy"
          label={t("Who signed")}
          hint={
            desk.clientIsMinor
              ? t("Never a parent or guardian who is part of the harm. Ask what the young person wants as well")
              : t("An adult client signs in person")
          }
          options={choices.map((value) => ({ value, label: giverLabels[value] }))}
          defaultValue={choices.length === 1 ? "client" : undefined}
          required
        />
        <div className="stack">
          <DateField name="signedOn" label={t("Signed on")} required />
          <DateField
            name="expiresOn"
            label={t("Ends on")}
            hint={t("Leave it empty if the paper names no end")}
            optional
          />
        </div>
      </div>
      <SubmitFoot pendingText={t("Recording the authority")}>{t("Record the authority")}</SubmitFoot>
    </ActionForm>
  );
}

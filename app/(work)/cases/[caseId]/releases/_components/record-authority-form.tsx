import { Radios, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { giverLabels } from "@/lib/escalation/written-authorities/labels";
import { type AuthorityDesk, givers } from "@/lib/escalation/written-authorities/types";
import { PickOne } from "../../../_components/pick-one";
import { recordAuthorityAction } from "../actions";

type Props = { caseId: string; desk: AuthorityDesk };

export function RecordAuthorityForm({ caseId, desk }: Props) {
  return (
    <Disclosure icon="plus" label="Record a written authority" id="record-authority">
      {desk.exhibits.options.length === 0 ? (
        <Notice title="Put the signed paper on file first">
          Scan or photograph it and <PageLink href={`/cases/${caseId}/evidence`}>add it as an exhibit</PageLink>. Then
          come back here.
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
    <ActionForm action={recordAuthorityAction} label="Record a written authority" className="panel panel__body">
      <input type="hidden" name="caseId" value={caseId} />
      <div className="cols cols--2">
        <Select
          name="process"
          label="What the client allows"
          blank="Choose one"
          options={desk.processes.map((proceeding) => ({ value: proceeding.key, label: proceeding.title }))}
          required
        />
        <PickOne
          name="exhibitId"
          label="The signed paper"
          hint="A scan or a photograph of it, kept as an exhibit of this case"
          blank="Choose an exhibit"
          list={desk.exhibits}
          required
        />
        <Radios
          name="givenBy"
          label="Who signed"
          hint={
            desk.clientIsMinor
              ? "Never a parent or guardian who is part of the harm. Ask what the young person wants as well"
              : "An adult client signs in person"
          }
          options={choices.map((value) => ({ value, label: giverLabels[value] }))}
          defaultValue={choices.length === 1 ? "client" : undefined}
          required
        />
        <div className="stack">
          <DateField name="signedOn" label="Signed on" required />
          <DateField name="expiresOn" label="Ends on" hint="Leave it empty if the paper names no end" optional />
        </div>
      </div>
      <SubmitFoot pendingText="Recording the authority">Record the authority</SubmitFoot>
    </ActionForm>
  );
}

import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";

export function GrantReleaseForm({ caseId, open, action }: { caseId: string; open: boolean; action: FormAction }) {
  return (
    <Disclosure icon="plus" label="Record a release" id="grant" open={open}>
      <ActionForm action={action} label="Record a release" className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <div className="cols cols--2">
          <TextField
            name="recipient"
            label="Who may receive it"
            hint="One person or body. For example: the prosecutor of the docket, or Detective Sergeant Petersen"
            required
          />
          <TextField
            name="purpose"
            label="What for"
            hint="For example: a request for mutual legal assistance"
            required
          />
          <TextArea
            name="items"
            label="What may be given"
            hint="Name exhibits by number: E-01 to E-04, E-07. Or: all exhibits"
            rows={3}
            required
          />
          <TextField
            name="crossBorderBasis"
            label="Basis for sending it over the border"
            hint="For example: the client consents to transfer to the other country"
            optional
          />
          <DateField name="signedOn" label="Signed on" required />
          <DateField
            name="expiresOn"
            label="Ends on"
            hint="30 days after signing when left empty. At most a year"
            optional
          />
        </div>
        <FormFoot>
          <SubmitButton pendingText="Recording the release">Record the release</SubmitButton>
        </FormFoot>
      </ActionForm>
    </Disclosure>
  );
}

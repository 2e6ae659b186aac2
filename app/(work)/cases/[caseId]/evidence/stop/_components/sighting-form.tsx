import { type Choice, Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { recordSightingAction } from "../actions";

type Props = {
  caseId: string;
  accounts: readonly Choice[];
  platforms: readonly Choice[];
  bodies: readonly Choice[];
  zones: readonly Choice[];
  /** Now on the wall of the case's home, as the input holds it. */
  now: string;
};

/** What may be kept instead of an image: where, whose account, when, and the report. Every word stays sealed. */
export function SightingForm({ caseId, accounts, platforms, bodies, zones, now }: Props) {
  return (
    <ActionForm whileRestricted action={recordSightingAction} label="Record where it was seen">
      <input type="hidden" name="caseId" value={caseId} />
      <TextField name="url" label="Address where it is" hint="Kept as text and never opened from here" required />
      <div className="cols cols--2">
        <TextField name="seenAt" label="Seen at" type="datetime-local" max={now} required />
        <Select name="zone" label="Time zone" options={zones} defaultValue={zones[0]?.value} />
      </div>
      <div className="cols cols--2">
        <Select
          name="accountId"
          label="Account"
          hint="One that is on the board, or its id beside it: one of the two is needed"
          options={accounts}
          blank="Not on the board"
        />
        <TextField
          name="platformAccountId"
          label="Or its permanent ID"
          hint="The number that stays when the handle changes"
        />
        <Select name="platform" label="Platform" options={platforms} blank="As the account, or not known" optional />
      </div>
      <div className="cols cols--2">
        <Select name="reportedTo" label="Reported to" options={bodies} blank="Not reported yet" optional />
        <TextField name="reportedAt" label="Reported at" type="datetime-local" max={now} optional />
        <TextField
          name="reportReference"
          label="Number of the report"
          hint="Record it as a reference of the case too"
          optional
        />
      </div>
      <TextArea name="note" label="Note" hint="How you were told. Never what the image shows" rows={2} optional />
      <SubmitFoot pendingText="Recording">Record it without the image</SubmitFoot>
    </ActionForm>
  );
}

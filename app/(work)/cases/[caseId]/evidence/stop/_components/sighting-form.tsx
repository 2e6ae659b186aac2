import { type Choice, Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
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
    <ActionForm whileRestricted action={recordSightingAction} label={t("Record where it was seen")}>
      <input type="hidden" name="caseId" value={caseId} />
      <TextField
        name="url"
        label={t("Address where it is")}
        hint={t("Kept as text and never opened from here")}
        required
      />
      <div className="cols cols--2">
        <TextField name="seenAt" label={t("Seen at")} type="datetime-local" max={now} required />
        <Select name="zone" label={t("Time zone")} options={zones} defaultValue={zones[0]?.value} />
      </div>
      <div className="cols cols--2">
        <Select
          name="accountId"
          label={t("Account")}
          hint={t("One that is on the board, or its id beside it: one of the two is needed")}
          options={accounts}
          blank={t("Not on the board")}
        />
        <TextField
          name="platformAccountId"
          label={t("Or its permanent ID")}
          hint={t("The number that stays when the handle changes")}
        />
        <Select
          name="platform"
          label={t("Platform")}
          options={platforms}
          blank={t("As the account, or not known")}
          optional
        />
      </div>
      <div className="cols cols--2">
        <Select name="reportedTo" label={t("Reported to")} options={bodies} blank={t("Not reported yet")} optional />
        <TextField name="reportedAt" label={t("Reported at")} type="datetime-local" max={now} optional />
        <TextField
          name="reportReference"
          label={t("Number of the report")}
          hint={t("Record it as a reference of the case too")}
          optional
        />
      </div>
      <TextArea
        name="note"
        label={t("Note")}
        hint={t("How you were told. Never what the image shows")}
        rows={2}
        optional
      />
      <SubmitFoot pendingText={t("Recording")}>{t("Record it without the image")}</SubmitFoot>
    </ActionForm>
  );
}

import { type Choice, Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { proclaimDayAction } from "../../actions";

export function ProclaimForm({ calendars }: { calendars: readonly Choice[] }) {
  return (
    <ActionForm action={proclaimDayAction} label="Add a proclaimed day">
      <Select name="calendar" label="Country" options={calendars} blank="Choose a country" required />
      <DateField name="day" label="Day" required />
      <TextField name="name" label="What the day is" hint="For example Election day" required />
      <TextField
        name="source"
        label="Where it was proclaimed"
        hint="For example a Gazette with its number and date"
        required
      />
      <SubmitFoot pendingText="Adding the day">Add the day</SubmitFoot>
    </ActionForm>
  );
}

import { type Choice, Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";

export function ProclaimForm({ calendars, action }: { calendars: readonly Choice[]; action: FormAction }) {
  return (
    <ActionForm action={action} label="Add a proclaimed day">
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

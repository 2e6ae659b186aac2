import { type Choice, Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { proclaimDayAction } from "../../actions";

export function ProclaimForm({ calendars }: { calendars: readonly Choice[] }) {
  return (
    <ActionForm action={proclaimDayAction} label={t("Add a proclaimed day")}>
      <Select name="calendar" label={t("Country")} options={calendars} blank={t("Choose a country")} required />
      <DateField name="day" label={t("Day")} required />
      <TextField name="name" label={t("What the day is")} hint={t("For example Election day")} required />
      <TextField
        name="source"
        label={t("Where it was proclaimed")}
        hint={t("For example a Gazette with its number and date")}
        required
      />
      <SubmitFoot pendingText={t("Adding the day")}>{t("Add the day")}</SubmitFoot>
    </ActionForm>
  );
}

import { Clash } from "@/app/_ui/clash";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { named } from "@/app/_ui/named";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { describeDeskAction } from "../actions";

type Desk = { name: string; deskEmail: string | null; deskPhone: string | null };

const fields = named({
  name: { label: t("Name of the organisation") },
  deskEmail: { label: t("E-mail of the liaison desk") },
  deskPhone: { label: t("Phone of the liaison desk") },
});

/** Keyed by what is saved, so that after saving the fields begin with the new values. */
export function DeskForm({ record, desk }: { record: string; desk: Desk }) {
  return (
    <ActionForm action={describeDeskAction} label={t("Organisation and liaison desk")}>
      <Clash record={record} fields={fields} />
      <TextField key={`n ${desk.name}`} {...fields.name} defaultValue={desk.name} required />
      <TextField
        key={`e ${desk.deskEmail}`}
        {...fields.deskEmail}
        hint={t("Where an officer writes with a question. For example desk@kestrel.example")}
        type="email"
        defaultValue={desk.deskEmail ?? ""}
        optional
      />
      <TextField
        key={`p ${desk.deskPhone}`}
        {...fields.deskPhone}
        hint={t("With the country code. For example +27 82 000 0000")}
        type="tel"
        defaultValue={desk.deskPhone ?? ""}
        optional
      />
      <div className="row">
        <SubmitButton pendingText={t("Saving")}>{t("Save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

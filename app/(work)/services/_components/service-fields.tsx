import { Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { named } from "@/app/_ui/named";
import { serviceKindLabels } from "@/lib/casework/services/labels";
import type { Service } from "@/lib/casework/services/types";
import { choicesIn, offerChoices } from "@/lib/organisation/choices/rules";
import type { ChoicesNow } from "@/lib/organisation/choices/types";
import { t } from "@/lib/platform/language/translate";

export const serviceFields = named({
  kind: { label: t("Kind of service") },
  name: { label: t("Name of the service") },
  area: { label: t("Area or town") },
  phone: { label: t("Phone of the service") },
  email: { label: t("E-mail of the service") },
  hours: { label: t("Open hours") },
  note: { label: t("What to know before you refer somebody") },
});

/** What the directory says about a service; empty for a new one. */
export function ServiceFields({ service, kinds: now }: { service?: Service; kinds: ChoicesNow }) {
  const kinds = offerChoices(choicesIn(serviceKindLabels), now, service?.kindValue);
  return (
    <>
      <div className="pair">
        <Select {...serviceFields.kind} options={kinds} blank={t("Choose")} defaultValue={service?.kindValue} />
        <TextField {...serviceFields.name} maxLength={200} defaultValue={service?.name} />
      </div>
      <div className="pair">
        <TextField {...serviceFields.phone} type="tel" maxLength={60} defaultValue={service?.phone ?? ""} optional />
        <TextField {...serviceFields.email} type="email" maxLength={254} defaultValue={service?.email ?? ""} optional />
      </div>
      <div className="pair">
        <TextField {...serviceFields.area} maxLength={200} defaultValue={service?.area ?? ""} optional />
        <TextField {...serviceFields.hours} maxLength={200} defaultValue={service?.hours ?? ""} optional />
      </div>
      <TextArea
        {...serviceFields.note}
        hint={t("Languages, costs, whom they take. Nothing about a client.")}
        rows={2}
        maxLength={1000}
        defaultValue={service?.note ?? ""}
        optional
      />
    </>
  );
}

import { Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { markWords } from "@/lib/law/jurisdictions/labels";
import { marks } from "@/lib/law/jurisdictions/types";
import type { Provision } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";

export type ProvisionFrame = {
  provision: Provision;
  /** The version that the person sees; 0 if nothing was changed yet. */
  seen: number;
  today: string;
};

/** What the form speaks of. The number says over which version it was filled in. */
export function Spoken({ provision, seen }: ProvisionFrame) {
  return (
    <>
      <input type="hidden" name="part" value={provision.part} />
      <input type="hidden" name="key" value={provision.key} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}

const markChoices = marks.map((mark) => ({ value: mark, label: markWords[mark] }));

/** Where it was read, how well, and when: without these three no law is changed. */
export function ProofFields({ today, source }: { today: string; source?: string }) {
  return (
    <>
      <TextField
        name="source"
        label={t("Where you read it")}
        hint={t("For example a Gazette with its number and date, or the page of the register")}
        defaultValue={source}
        required
      />
      <Select name="mark" label={t("How it was read")} options={markChoices} blank={t("Choose one")} required />
      <DateField name="checkedOn" label={t("Read on")} defaultValue={today} max={today} required />
    </>
  );
}

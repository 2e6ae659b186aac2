import { Checkbox, Select } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { type ConsentPurpose, consentPurposes } from "@/lib/casework/cases/types";
import { purposeLabels } from "@/lib/casework/consents/labels";
import { hasWords } from "@/lib/client/papers/words/rules";
import type { DocumentRow } from "@/lib/documents/papers/types";
import type { Process } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";

/** What she agrees to; what stands now is ticked. */
export function ConsentOffer({ standing }: { standing: readonly ConsentPurpose[] }) {
  return (
    <fieldset className="field">
      <legend>{t("What it is for")}</legend>
      {consentPurposes.map((purpose) => (
        <Checkbox
          key={purpose}
          name={`purposes.${purpose}`}
          label={purposeLabels[purpose]}
          defaultChecked={standing.length === 0 || standing.includes(purpose)}
        />
      ))}
    </fieldset>
  );
}

/** What she lets us do for her. Only processes that have a text in her language are offered. */
export function AuthorityOffer({ processes }: { processes: readonly Process[] }) {
  return (
    <>
      <Select
        name="process"
        label={t("What the client allows")}
        blank={t("Choose one")}
        options={processes.filter(({ key }) => hasWords(key)).map(({ key, title }) => ({ value: key, label: title }))}
        required
      />
      <TextArea
        name="information"
        label={t("Which information and which exhibits may be given for it")}
        hint={t("Name them, in words that she reads. Say also what must stay out, such as the home address")}
        rows={3}
        required
      />
      <TextField name="to" label={t("To whom")} hint={t("Name the court, office, service or agency")} required />
      <DateField
        name="expiresOn"
        label={t("It ends on")}
        hint={t("A short time is better: it can be signed again. Until she takes it back when left empty")}
        optional
      />
    </>
  );
}

/** Papers that she signs, as they are now. */
export function StatementOffer({ documents, chosen }: { documents: readonly DocumentRow[]; chosen?: string }) {
  return (
    <Select
      name="documentId"
      label={t("Statement or paper")}
      hint={t("As it is now. It is read in the language in which it was written; what stands around it, in hers")}
      blank={t("Choose one")}
      options={documents.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
      defaultValue={chosen}
      required
    />
  );
}

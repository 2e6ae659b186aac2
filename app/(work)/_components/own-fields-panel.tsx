import { CustomInputs } from "@/app/_shell/custom-inputs";
import { Clash, type ClashField } from "@/app/_ui/clash";
import { FirstDisclosure } from "@/app/_ui/first-disclosure";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { versionOfValues } from "@/lib/casework/custom-values/rules";
import type { FilledField } from "@/lib/casework/custom-values/types";
import { isAnswered, notKnown, shownValue } from "@/lib/organisation/custom-fields/rules";
import { t } from "@/lib/platform/language/translate";

type PanelProps = {
  /** The record, and the name of its id in the form. */
  recordId: string;
  idName: string;
  fields: readonly FilledField[];
  action: FormAction;
  mayChange: boolean;
};

/** What a record says in the fields of the organisation's own, and the form that changes it; nothing without fields. */
export function OwnFieldsPanel({ recordId, idName, fields, action, mayChange }: PanelProps) {
  if (fields.length === 0) return null;
  const inUse = fields.filter(({ isRetired }) => !isRetired);
  return (
    <Panel id="own-fields" title={t("Fields of your organisation")}>
      <OwnFacts fields={fields} />
      {mayChange && inUse.length > 0 ? (
        <FirstDisclosure icon="pencil" label={t("Change these fields")} open={false}>
          <OwnFieldsForm recordId={recordId} ids={{ [idName]: recordId }} fields={inUse} action={action} />
        </FirstDisclosure>
      ) : null}
    </Panel>
  );
}

type FormProps = {
  recordId: string;
  /** What the command calls the record, and what it belongs to. */
  ids: Readonly<Record<string, string>>;
  fields: readonly FilledField[];
  action: FormAction;
  /** Names the form among several. */
  of?: string;
};

/** The form alone, as inside another record; nothing without fields in use. */
export function OwnFieldsForm({ recordId, ids, fields, action, of }: FormProps) {
  const inUse = fields.filter(({ isRetired }) => !isRetired);
  if (inUse.length === 0) return null;
  const label = t("Change the fields of your organisation");
  return (
    <ActionForm action={action} label={of ? `${label}: ${of}` : label}>
      {Object.entries(ids).map(([name, id]) => (
        <input type="hidden" key={name} name={name} value={id} />
      ))}
      <Clash record={versionOfValues(recordId)} fields={clashFields(inUse)} />
      <CustomInputs fields={inUse} />
      <SubmitFoot variant="secondary" icon="save" pendingText={t("Saving the fields")}>
        {t("Save the fields")}
      </SubmitFoot>
    </ActionForm>
  );
}

/** Names and values alone, as inside another record. */
export function OwnFacts({ fields }: { fields: readonly FilledField[] }) {
  return (
    <Facts
      items={fields.map((field) => ({
        name: field.isRetired ? t("{label} (no longer asked)", { label: field.label }) : field.label,
        value: <OwnValue field={field} />,
      }))}
    />
  );
}

function OwnValue({ field }: { field: FilledField }) {
  if (isAnswered(field)) return <span className="prewrap">{shownValue(field, field)}</span>;
  return (
    <span className="muted">
      {field.required === "never" ? t("Not answered") : t("Not answered yet, and required")}
    </span>
  );
}

function clashFields(fields: readonly FilledField[]): Record<string, ClashField> {
  const named = fields.flatMap((field): ClashField[] => {
    const options = field.choices.map(({ key, label }) => ({ value: key, label }));
    const own = { name: `custom.${field.id}`, label: field.label };
    if (field.kind === "choice") return [{ ...own, options: [...options, { value: notKnown, label: t("Not known") }] }];
    if (field.kind === "tick") return [{ ...own, options: tickWords() }];
    return [own, { name: `customUnknown.${field.id}`, label: t("{label}: not known", { label: field.label }) }];
  });
  return Object.fromEntries(named.map((field) => [field.name, field]));
}

const tickWords = () => [
  { value: "yes", label: t("Yes") },
  { value: "no", label: t("No") },
  { value: notKnown, label: t("Not known") },
];

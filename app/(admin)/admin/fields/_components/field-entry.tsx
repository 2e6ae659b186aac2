import { Chip } from "@/app/_ui/chip";
import { Clash } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { Facts, RecordPanel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import {
  audienceLabels,
  changeLabels,
  fieldKindLabels,
  requirementLabels,
} from "@/lib/organisation/custom-fields/labels";
import type { FieldOnDesk } from "@/lib/organisation/custom-fields/types";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import {
  amendCustomFieldAction,
  moveCustomFieldAction,
  restoreCustomFieldAction,
  retireCustomFieldAction,
} from "../actions";
import { DefinitionFields, definitionFields } from "./definition-fields";

type EntryProps = {
  field: FieldOnDesk;
  /** Its place among those in use, from 0; -1 for a retired one. */
  at: number;
  last: number;
  zone: string;
};

/** One field: what it is, its place in the form, its history, and the forms that change it. */
export function FieldEntry({ field, at, last, zone }: EntryProps) {
  return (
    <RecordPanel
      label={field.label}
      title={field.label}
      end={field.isRetired ? <Chip kind="plain">{t("Retired")}</Chip> : null}
      id={`field-${field.id}`}
    >
      <Facts items={factsOf(field)} />
      {field.isRetired ? (
        <ActionForm
          action={restoreCustomFieldAction}
          label={t("Bring back {label}", { label: field.label })}
          guard={false}
        >
          <input type="hidden" name="fieldId" value={field.id} />
          <SubmitButton variant="secondary" small icon="undo-2" pendingText={t("Bringing it back")}>
            {t("Bring it back")}
          </SubmitButton>
        </ActionForm>
      ) : (
        <div className="row">
          {at > 0 ? <Move field={field} way="up" /> : null}
          {at < last ? <Move field={field} way="down" /> : null}
          <Disclosure icon="pencil" label={t("Change")}>
            <ActionForm action={amendCustomFieldAction} label={t("Change {label}", { label: field.label })}>
              <input type="hidden" name="fieldId" value={field.id} />
              <Clash record={field.id} fields={definitionFields} />
              <DefinitionFields field={field} />
              <SubmitFoot variant="secondary" icon="save" pendingText={t("Saving")}>
                {t("Save")}
              </SubmitFoot>
            </ActionForm>
          </Disclosure>
          <Disclosure icon="ban" label={t("Retire")}>
            <ActionForm action={retireCustomFieldAction} label={t("Retire {label}", { label: field.label })}>
              <input type="hidden" name="fieldId" value={field.id} />
              <p>{t("No form asks for it any more. What was written stays readable, and you can bring it back.")}</p>
              <SubmitFoot variant="secondary" icon="ban" pendingText={t("Retiring")}>
                {t("Retire the field")}
              </SubmitFoot>
            </ActionForm>
          </Disclosure>
        </div>
      )}
      <Disclosure label={t("History")}>
        <ul className="stack stack--s">
          {field.changes.map((change) => (
            <li key={change.id}>
              {t("{what} by {by}, {at}.", {
                what: changeLabels[change.what],
                by: change.by,
                at: formatInstant(change.at, zone),
              })}{" "}
              {change.differences.join(" ")}
            </li>
          ))}
        </ul>
      </Disclosure>
    </RecordPanel>
  );
}

function Move({ field, way }: { field: FieldOnDesk; way: "up" | "down" }) {
  const words =
    way === "up" ? t("Move {label} up", { label: field.label }) : t("Move {label} down", { label: field.label });
  return (
    <ActionForm action={moveCustomFieldAction} label={words} guard={false}>
      <input type="hidden" name="fieldId" value={field.id} />
      <input type="hidden" name="way" value={way} />
      <SubmitButton
        variant="quiet"
        icon={way === "up" ? "chevron-up" : "chevron-down"}
        pendingText={t("Moving")}
        aria-label={words}
      >
        {way === "up" ? t("Up") : t("Down")}
      </SubmitButton>
    </ActionForm>
  );
}

function factsOf(field: FieldOnDesk) {
  const choices = field.choices.flatMap(({ label, retired }) => (retired ? [] : label));
  const gone = field.choices.flatMap(({ label, retired }) => (retired ? label : []));
  const all = [
    { name: t("Kind"), value: fieldKindLabels[field.kind] },
    { name: t("Help"), value: field.help },
    { name: t("Choices"), value: choices.length > 0 ? allOf(choices) : null },
    { name: t("No longer used"), value: gone.length > 0 ? allOf(gone) : null },
    { name: t("Kept"), value: field.isSealed ? t("Encrypted") : t("Not encrypted") },
    { name: t("Seen by"), value: audienceLabels[field.audience] },
    { name: t("Required"), value: requirementLabels[field.required] },
  ];
  return all.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}

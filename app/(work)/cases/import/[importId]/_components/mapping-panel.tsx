import type { Route } from "next";
import { type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import {
  type ChoiceKey,
  fieldLabel,
  importField,
  importFields,
  orderLabels,
  ownKey,
} from "@/lib/operations/imports/labels";
import type { Head, Mapping } from "@/lib/operations/imports/types";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";
import { saveMappingAction } from "../../actions";

type Props = {
  importId: string;
  head: Head;
  mapping: Mapping;
  choices: Record<ChoiceKey, Choice[]>;
  staff: readonly Choice[];
  kept: readonly { id: string; name: string }[];
  own: readonly CustomField[];
  open: boolean;
  /** The question or statement about the list's date order. */
  aboutDates: string;
};

const fields: Choice[] = importFields.map(({ key, label, group }) => ({ value: key, label, group }));

/** What a case cannot be opened without: requested if no column has it. */
const always = [
  "pair",
  "risk",
  "matter",
  "owner",
  ...["channel", "hours", "zone", "voicemail", "deviceSeenBy", "subjectLine"].map((key) => `client.safeContact.${key}`),
  ...["platform", "handle", "confidence"].map((key) => `accounts.0.${key}`),
  ...["nature", "when", "zone", "what"].map((key) => `incidents.0.${key}`),
];

/** The columns with their first rows, the values that are the same for every row, and unknown words. */
export function MappingPanel({ importId, head, mapping, choices, staff, kept, own, open, aboutDates }: Props) {
  const numbers = [0, 1, 2].filter((n) => mapping.columns.includes(`references.${n}.raw`));
  const fixed = [...always, ...numbers.flatMap((n) => [`references.${n}.kind`, `references.${n}.receivedVia`])];
  const ownChoices = own.map(({ id, label }) => ({
    value: ownKey(id),
    label,
    group: t("Fields of your organisation"),
  }));
  return (
    <Panel title={t("Columns")} id="columns">
      {kept.length > 0 ? (
        <p className="small">
          {t("Kept mappings:")}{" "}
          {kept.map(({ id, name }) => (
            <PageLink key={id} href={`/cases/import/${importId}?kept=${id}#columns` as Route}>
              {name}{" "}
            </PageLink>
          ))}
        </p>
      ) : null}
      <Disclosure label={open ? t("What the columns mean") : t("Change what the columns mean")} open={open}>
        <ActionForm action={saveMappingAction} label={t("What the columns mean")}>
          <input type="hidden" name="importId" value={importId} />
          {head.headers.map((header, at) => (
            <Select
              key={at}
              name={`column.${at}`}
              label={header}
              hint={sampleOf(head, at)}
              blank={t("Leave this column out")}
              options={[...fields, ...ownChoices]}
              defaultValue={mapping.columns[at] ?? ""}
            />
          ))}
          <Select
            name="dates"
            label={t("How dates are written")}
            hint={aboutDates}
            options={choicesOf(orderLabels)}
            defaultValue={mapping.dates}
          />
          {head.unknown.length > 0 ? <h3>{t("Words that we do not know")}</h3> : null}
          {head.unknown.map(({ choice, word, count }, at) => (
            <div key={`${choice} ${word}`}>
              <input type="hidden" name={`word.${at}`} value={`${choice}|${word}`} />
              <Select
                name={`meant.${at}`}
                label={`“${word}” (${count})`}
                blank={t("Not known")}
                options={choices[choice as ChoiceKey] ?? []}
                defaultValue={mapping.values[choice]?.[word] ?? ""}
                optional
              />
            </div>
          ))}
          <Known mapping={mapping} from={head.unknown.length} asked={head} />
          <h3>{t("Where a cell is empty, or no column has it")}</h3>
          {fixed.map((key) => (
            <Fixed key={key} field={key} value={mapping.fixed[key] ?? ""} choices={choices} staff={staff} />
          ))}
          <OtherFixed mapping={mapping} shown={fixed} />
          <TextField
            name="keepAs"
            label={t("Keep this mapping as")}
            hint={t("To use it again for the next file")}
            optional
          />
          <SubmitFoot pendingText={t("Having the rows checked")}>{t("Check the rows")}</SubmitFoot>
        </ActionForm>
      </Disclosure>
    </Panel>
  );
}

function sampleOf({ samples }: Head, at: number): string {
  const found = samples.map((cells) => cells[at] ?? "").filter(Boolean);
  const short = found.map((cell) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell));
  return short.length > 0 ? short.join(" | ") : t("Empty in the first rows");
}

type FixedProps = { field: string; value: string; choices: Props["choices"]; staff: readonly Choice[] };

function Fixed({ field, value, choices, staff }: FixedProps) {
  const name = `fixed.${field}`;
  const label = fieldLabel(field);
  if (field === "owner") {
    return (
      <Select name={name} label={t("Owner")} blank={t("The person importing")} options={staff} defaultValue={value} />
    );
  }
  const choice = importField(field)?.choice;
  if (!choice) return <TextField name={name} label={label} defaultValue={value} optional />;
  return (
    <Select name={name} label={label} blank={t("Nothing")} options={choices[choice]} defaultValue={value} optional />
  );
}

/** Answers of before stay, also for words that no row has any more. */
function Known({ mapping, from, asked }: { mapping: Mapping; from: number; asked: Head }) {
  const before = Object.entries(mapping.values).flatMap(([choice, words]) =>
    Object.entries(words)
      .filter(
        ([word]) => !asked.unknown.some((unknownWord) => unknownWord.choice === choice && unknownWord.word === word),
      )
      .map(([word, meant]) => ({ choice, word, meant })),
  );
  return before.map(({ choice, word, meant }, at) => (
    <div key={`${choice} ${word}`}>
      <input type="hidden" name={`word.${from + at}`} value={`${choice}|${word}`} />
      <input type="hidden" name={`meant.${from + at}`} value={meant} />
    </div>
  ));
}

function OtherFixed({ mapping, shown }: { mapping: Mapping; shown: readonly string[] }) {
  return Object.entries(mapping.fixed)
    .filter(([key]) => !shown.includes(key))
    .map(([key, value]) => <input key={key} type="hidden" name={`fixed.${key}`} value={value} />);
}

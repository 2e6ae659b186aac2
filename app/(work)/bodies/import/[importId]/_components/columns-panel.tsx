import { Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { markWords } from "@/lib/law/jurisdictions/labels";
import type { ImportView } from "@/lib/organisation/bodies/imports/types";
import { bodyKindLabels, detailLabels } from "@/lib/organisation/bodies/labels";
import { regionName } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { setColumnsAction } from "../../actions";

/** What each column means, and what counts for every row where a cell is empty or no column has it. */
export function ColumnsPanel({ view, countries }: { view: ImportView; countries: readonly string[] }) {
  const { headers, columns, fixed, samples, counts } = view;
  return (
    <Panel title={t("Columns")} id="columns">
      <Disclosure label={t("What the columns mean")} open={counts.new + counts.changed + counts.same === 0}>
        <ActionForm action={setColumnsAction} label={t("What the columns mean")}>
          <input type="hidden" name="importId" value={view.id} />
          {headers.map((header, at) => (
            <Select
              key={at}
              name={`column.${at}`}
              label={header || t("Column {at}", { at: at + 1 })}
              hint={samples[at] || t("Empty in the first rows")}
              blank={t("Leave this column out")}
              options={choicesOf(detailLabels)}
              defaultValue={columns[at] ?? ""}
              optional
            />
          ))}
          <h3>{t("Where a cell is empty, or no column has it")}</h3>
          <Select
            name="fixed.kind"
            label={detailLabels.kind}
            blank={t("Nothing")}
            options={choicesOf(bodyKindLabels)}
            defaultValue={fixed.kind ?? ""}
            optional
          />
          <Select
            name="fixed.country"
            label={detailLabels.country}
            blank={t("Nothing")}
            options={countries.map((code) => ({ value: code, label: regionName(code) }))}
            defaultValue={fixed.country ?? ""}
            optional
          />
          <TextField name="fixed.source" label={detailLabels.source} defaultValue={fixed.source ?? ""} optional />
          <DateField name="fixed.readOn" label={detailLabels.readOn} defaultValue={fixed.readOn ?? ""} optional />
          <Select
            name="fixed.mark"
            label={detailLabels.mark}
            blank={t("Nothing")}
            options={choicesOf(markWords)}
            defaultValue={fixed.mark ?? ""}
            optional
          />
          <SubmitFoot pendingText={t("Having the rows checked")}>{t("Check the rows")}</SubmitFoot>
        </ActionForm>
      </Disclosure>
    </Panel>
  );
}

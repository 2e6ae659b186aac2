import { Notice } from "@/app/_ui/notice";
import { Facts, Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { problemLabels, stateLabels } from "@/lib/operations/imports/labels";
import type { ImportDetail, SheetNotes } from "@/lib/operations/imports/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** The state of the list: counts, messages about the file, and the progress bar. */
export function StatePanel({ view, head, sameAs }: ImportDetail) {
  const { rows, good, bad, twins, imported, leftOut, failed } = view;
  const checked = good + bad + twins + imported;
  const done = imported + leftOut + failed;
  return (
    <Panel title={stateLabels[view.state]} id="state">
      {view.problem ? <Notice kind="overdue" title={problemLabels[view.problem]} /> : null}
      {sameAs ? (
        <Notice kind="warning" title={t("The very same file came in as list {sameAs}.", { sameAs })}>
          {t("Rows that are already cases are listed below, and are left out unless you say otherwise.")}
        </Notice>
      ) : null}
      {view.state === "checking" ? (
        <Progress title={t("Checking the rows")} count={{ done: checked, of: rows, unit: "rows" }} stages={[]} />
      ) : null}
      {view.state === "running" ? (
        <Progress title={t("Importing the rows")} count={{ done, of: done + good + twins, unit: "rows" }} stages={[]} />
      ) : null}
      <Facts
        items={[
          { name: t("Rows"), value: rows },
          { name: t("Ready"), value: good },
          { name: t("Need correction"), value: bad + failed },
          { name: t("Look like a case we have"), value: twins },
          { name: t("Imported"), value: imported },
          { name: t("Left out"), value: leftOut },
        ].filter(({ name, value }) => value > 0 || name === "Rows")}
      />
      {head?.notes ? <Told notes={head.notes} /> : null}
    </Panel>
  );
}

function Told({ notes }: { notes: SheetNotes }) {
  const { hiddenColumns = 0, notCalculated = 0, comments = 0 } = notes;
  const messages = [
    notes.emptyRows > 0 && t("{emptyRows} passed by.", { emptyRows: plural(notes.emptyRows, "empty row") }),
    notes.formulas > 0 &&
      t("{formulas} calculated: the last result is taken, no formula.", { formulas: plural(notes.formulas, "cell") }),
    notCalculated > 0 &&
      t(
        "{notCalculated} with a formula and no result in the file: left empty. Open the list in a spreadsheet and save it again.",
        { notCalculated: plural(notCalculated, "cell") },
      ),
    notes.errors > 0 && t("{errors} with an error of the spreadsheet.", { errors: plural(notes.errors, "cell") }),
    notes.merged > 0 &&
      t("{merged}: only its first cell has the value.", { merged: plural(notes.merged, "merged area") }),
    notes.hiddenSheets > 0 &&
      t("{hiddenSheets} not read.", { hiddenSheets: plural(notes.hiddenSheets, "hidden sheet") }),
    notes.otherSheets > 0 &&
      t("{otherSheets} not read: only the first visible one is.", {
        otherSheets: plural(notes.otherSheets, "further sheet"),
      }),
    notes.hiddenRows > 0 &&
      t("{hiddenRows} read like the others.", { hiddenRows: plural(notes.hiddenRows, "hidden row") }),
    hiddenColumns > 0 &&
      t("{hiddenColumns} read like the others.", { hiddenColumns: plural(hiddenColumns, "hidden column") }),
    comments > 0 && t("{comments} beside cells not read.", { comments: plural(comments, "comment") }),
    notes.longRows > 0 &&
      t("{longRows} with more than 200 columns: the rest is left out.", { longRows: plural(notes.longRows, "row") }),
    notes.longCells > 0 &&
      t("{longCells} longer than 8,000 characters: cut.", { longCells: plural(notes.longCells, "cell") }),
    notes.openQuote > 0 && t("A quotation mark is never closed: the last row may hold several."),
  ].filter((line) => line !== false);
  return messages.length === 0 ? null : (
    <Notice title={t("Seen while reading")}>
      <ul>
        {messages.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

import { Notice } from "@/app/_ui/notice";
import { Facts, Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { problemLabels, stateLabels } from "@/lib/operations/imports/labels";
import type { ImportDetail, SheetNotes } from "@/lib/operations/imports/types";
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
        <Notice kind="warning" title={`The very same file came in as list ${sameAs}.`}>
          Rows that are cases already are told below, and are left out unless you say otherwise.
        </Notice>
      ) : null}
      {view.state === "checking" ? (
        <Progress title="Checking the rows" count={{ done: checked, of: rows, unit: "rows" }} stages={[]} />
      ) : null}
      {view.state === "running" ? (
        <Progress title="Bringing in the rows" count={{ done, of: done + good + twins, unit: "rows" }} stages={[]} />
      ) : null}
      <Facts
        items={[
          { name: "Rows", value: rows },
          { name: "Ready", value: good },
          { name: "Need correction", value: bad + failed },
          { name: "Look like a case we have", value: twins },
          { name: "Imported", value: imported },
          { name: "Left out", value: leftOut },
        ].filter(({ name, value }) => value > 0 || name === "Rows")}
      />
      {head?.notes ? <Told notes={head.notes} /> : null}
    </Panel>
  );
}

function Told({ notes }: { notes: SheetNotes }) {
  const { hiddenColumns = 0, notCalculated = 0, comments = 0 } = notes;
  const messages = [
    notes.emptyRows > 0 && `${plural(notes.emptyRows, "empty row")} passed by.`,
    notes.formulas > 0 && `${plural(notes.formulas, "cell")} calculated: the last result is taken, no formula.`,
    notCalculated > 0 &&
      `${plural(notCalculated, "cell")} with a formula and no result in the file: left empty. Open the list in a spreadsheet and save it again.`,
    notes.errors > 0 && `${plural(notes.errors, "cell")} with an error of the spreadsheet.`,
    notes.merged > 0 && `${plural(notes.merged, "merged area")}: only its first cell has the value.`,
    notes.hiddenSheets > 0 && `${plural(notes.hiddenSheets, "hidden sheet")} not read.`,
    notes.otherSheets > 0 && `${plural(notes.otherSheets, "further sheet")} not read: only the first in sight is.`,
    notes.hiddenRows > 0 && `${plural(notes.hiddenRows, "hidden row")} read like the others.`,
    hiddenColumns > 0 && `${plural(hiddenColumns, "hidden column")} read like the others.`,
    comments > 0 && `${plural(comments, "comment")} beside cells not read.`,
    notes.longRows > 0 && `${plural(notes.longRows, "row")} with more than 200 columns: the rest is left out.`,
    notes.longCells > 0 && `${plural(notes.longCells, "cell")} longer than 8,000 characters: cut.`,
    notes.openQuote > 0 && "A quotation mark is never closed: the last row may hold several.",
  ].filter((line) => line !== false);
  return messages.length === 0 ? null : (
    <Notice title="Seen while reading">
      <ul>
        {messages.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

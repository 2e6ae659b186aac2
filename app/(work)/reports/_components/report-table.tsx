import { PageLink } from "@/app/_ui/page-link";
import { cellWords, reportTitles } from "@/lib/oversight/reports/labels";
import type { Cell, Filter, Report } from "@/lib/oversight/reports/types";
import { listHref } from "../asked";

type Props = { report: Report; filter: Filter };

export function ReportTable({ report: { name, lead, columns, rows, total }, filter }: Props) {
  return (
    <div className="tablewrap">
      <table className="table table--cards">
        <caption className="vh">{reportTitles[name]}</caption>
        <thead>
          <tr>
            <th scope="col">{lead}</th>
            {columns.map((column) => (
              <th scope="col" className="num" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, note, cells }) => (
            <tr key={key}>
              <td className="strong">
                {label}
                {note ? <span className="small muted">{note}</span> : null}
              </td>
              <Cells cells={cells} columns={columns} filter={filter} of={label} />
            </tr>
          ))}
          {total ? (
            <tr>
              <td className="strong">All</td>
              <Cells cells={total} columns={columns} filter={filter} of="All" />
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

type CellsProps = { cells: readonly Cell[]; columns: readonly string[]; filter: Filter; of: string };

function Cells({ cells, columns, filter, of }: CellsProps) {
  return columns.map((column, at) => (
    <td className="num" data-label={column} key={column}>
      <Value cell={cells[at]} filter={filter} what={`${of}, ${column}`} />
    </td>
  ));
}

/** A number opens the list that it counts. One that is hidden opens nothing. */
function Value({ cell, filter, what }: { cell: Cell | undefined; filter: Filter; what: string }) {
  if (!cell) return null;
  const words = cellWords(cell);
  if (cell.is === "few" || cell.is === "withheld") return <span className="muted">{words}</span>;
  if (cell.is !== "count" || !cell.list) return words;
  return (
    <PageLink href={listHref(cell.list, filter)} aria-label={`${words}: ${what}. Open the list`}>
      {words}
    </PageLink>
  );
}

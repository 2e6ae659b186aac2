import { PageLink } from "@/app/_ui/page-link";
import { DataTable } from "@/app/_ui/table/data-table";
import { cellWords, reportTitles } from "@/lib/oversight/reports/labels";
import type { Cell, Filter, Report, ReportRow } from "@/lib/oversight/reports/types";
import { t } from "@/lib/platform/language/translate";
import { listHref } from "../asked";

type Props = { report: Report; filter: Filter };

export function ReportTable({ report: { name, lead, columns, rows, total }, filter }: Props) {
  return (
    <DataTable
      caption={reportTitles[name]}
      rows={total ? [...rows, { key: "total", label: t("All"), cells: total }] : rows}
      keyOf={({ key }) => key}
      wide
      columns={[
        {
          head: lead,
          className: "strong",
          cell: ({ label, note }) => (
            <>
              {label}
              {note ? <span className="small muted">{note}</span> : null}
            </>
          ),
        },
        ...columns.map((column, at) => ({
          head: column,
          num: true,
          cell: ({ label, cells }: ReportRow) => (
            <Value cell={cells[at]} filter={filter} what={`${label}, ${column}`} />
          ),
        })),
      ]}
    />
  );
}

/** A number opens the list that it counts. One that is hidden opens nothing. */
function Value({ cell, filter, what }: { cell: Cell | undefined; filter: Filter; what: string }) {
  if (!cell) return null;
  const words = cellWords(cell);
  if (cell.is === "few" || cell.is === "withheld") return <span className="muted">{words}</span>;
  if (cell.is !== "count" || !cell.list) return words;
  return (
    <PageLink href={listHref(cell.list, filter)} aria-label={t("{words}: {what}. Open the list", { words, what })}>
      {words}
    </PageLink>
  );
}

import { Chip } from "@/app/_ui/chip";
import { DataTable } from "@/app/_ui/table/data-table";
import { formatDate } from "@/lib/platform/text/format";
import { weekdayOf } from "@/lib/platform/time/calendar";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

type HolidayTableProps = { name: string; holidays: readonly [string, string][]; proclaimed: ReadonlySet<string> };

/** The holidays of one calendar in one year, in order. */
export function HolidayTable({ name, holidays, proclaimed }: HolidayTableProps) {
  return (
    <DataTable
      caption={`Holidays of ${name}`}
      rows={holidays}
      keyOf={([day]) => day}
      layout="rows"
      columns={[
        {
          head: "Day",
          className: "nowrap",
          cell: ([day]) => (
            <>
              {formatDate(day)}
              <span className="small muted">{weekdays[weekdayOf(day)]}</span>
            </>
          ),
        },
        {
          head: "Holiday",
          cell: ([day, holiday]) => (
            <>
              {holiday} {proclaimed.has(day) ? <Chip icon="stamp">Proclaimed</Chip> : null}
            </>
          ),
        },
      ]}
    />
  );
}

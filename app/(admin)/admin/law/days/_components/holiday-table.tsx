import { Chip } from "@/app/_ui/chip";
import { DataTable } from "@/app/_ui/table/data-table";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { weekdayOf } from "@/lib/platform/time/calendar";

const weekdays = [t("Sunday"), t("Monday"), t("Tuesday"), t("Wednesday"), t("Thursday"), t("Friday"), t("Saturday")];

type HolidayTableProps = { name: string; holidays: readonly [string, string][]; proclaimed: ReadonlySet<string> };

/** The holidays of one calendar in one year, in order. */
export function HolidayTable({ name, holidays, proclaimed }: HolidayTableProps) {
  return (
    <DataTable
      caption={t("Holidays of {name}", { name })}
      rows={holidays}
      keyOf={([day]) => day}
      layout="rows"
      columns={[
        {
          head: t("Day"),
          className: "nowrap",
          cell: ([day]) => (
            <>
              {formatDate(day)}
              <span className="small muted">{weekdays[weekdayOf(day)]}</span>
            </>
          ),
        },
        {
          head: t("Holiday"),
          cell: ([day, holiday]) => (
            <>
              {holiday} {proclaimed.has(day) ? <Chip icon="stamp">{t("Proclaimed")}</Chip> : null}
            </>
          ),
        },
      ]}
    />
  );
}

import { Chip } from "@/app/_ui/chip";
import { formatDate } from "@/lib/platform/text/format";
import { weekdayOf } from "@/lib/platform/time/calendar";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

type HolidayTableProps = { name: string; holidays: readonly [string, string][]; proclaimed: ReadonlySet<string> };

/** The holidays of one calendar in one year, in order. */
export function HolidayTable({ name, holidays, proclaimed }: HolidayTableProps) {
  return (
    <table className="table">
      <caption className="vh">Holidays of {name}</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Holiday</th>
        </tr>
      </thead>
      <tbody>
        {holidays.map(([day, holiday]) => (
          <tr key={day}>
            <td className="nowrap">
              {formatDate(day)}
              <span className="small muted">{weekdays[weekdayOf(day)]}</span>
            </td>
            <td>
              {holiday} {proclaimed.has(day) ? <Chip icon="stamp">Proclaimed</Chip> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

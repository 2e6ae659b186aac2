import { Panel } from "@/app/_ui/panel";
import type { OfficeCount } from "@/lib/escalation/refusals/types";

/** How often each office refused, as Reports say it too. */
export function RefusalsTable({ rows }: { rows: readonly OfficeCount[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel id="refusals" title="Refusals by office" padded={false}>
      <table className="table table--cards table--stats">
        <caption className="vh">Refusals logged, by station or office</caption>
        <thead>
          <tr>
            <th scope="col">Station or office</th>
            <th scope="col" className="num">
              Refusals
            </th>
            <th scope="col" className="num">
              Put right
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.office}>
              <td>{row.office}</td>
              <Count label="Refusals" n={row.refusals} />
              <Count label="Put right" n={row.settled} />
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Count({ label, n }: { label: string; n: number }) {
  return (
    <td className="num" data-label={label}>
      {n}
    </td>
  );
}

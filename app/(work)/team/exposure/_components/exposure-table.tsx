import { Panel } from "@/app/_ui/panel";
import { exposureLabels } from "@/lib/evidence/exposure/labels";
import { type ExposureKind, exposureKinds, type WorkerExposure } from "@/lib/evidence/exposure/types";
import { formatDate } from "@/lib/platform/text/format";

/** Sound is never played here, so nobody can have heard it; the column comes with the first one counted. */
const shownKinds = (team: readonly WorkerExposure[]): ExposureKind[] =>
  exposureKinds.filter((kind) => kind !== "sound" || team.some((one) => one.weeks.some((week) => week.counts.sound)));

/** The numbers of the bars by kind, the newest week first; earlier weeks without any are left out. */
export function ExposureTable({ team }: { team: readonly WorkerExposure[] }) {
  const kinds = shownKinds(team);
  const rows = team.flatMap(({ memberId, name, weeks }) =>
    weeks
      .toReversed()
      .filter((week, index) => index === 0 || week.total > 0)
      .map((week) => ({ key: `${memberId} ${week.from}`, name, week })),
  );
  return (
    <Panel title="By kind" id="kinds" padded={false}>
      <div className="tablewrap">
        <table className="table table--cards table--stats">
          <caption className="vh">Reveals of each person, by week and kind</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Week from</th>
              {kinds.map((kind) => (
                <th scope="col" className="num" key={kind}>
                  {exposureLabels[kind]}
                </th>
              ))}
              <th scope="col" className="num">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, week }) => (
              <tr key={key}>
                <td className="strong">{name}</td>
                <td data-label="Week from">{formatDate(week.from)}</td>
                {kinds.map((kind) => (
                  <td className="num" data-label={exposureLabels[kind]} key={kind}>
                    {week.counts[kind]}
                  </td>
                ))}
                <td className="num" data-label="All">
                  {week.total}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

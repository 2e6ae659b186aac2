import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { RefNumber } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { formatDate } from "@/lib/platform/format";
import { receivedViaLabels } from "@/lib/references/labels";
import type { ReferenceView } from "@/lib/references/queries";
import { MendReference } from "./mend-reference";

/** The numbers, the newest state first to the eye: number, who gave it, how it came, and what can be mended. */
export function ReferenceList({ rows }: { rows: readonly ReferenceView[] }) {
  if (rows.length === 0) {
    return (
      <Panel label="Numbers" padded={false}>
        <EmptyState icon="hash" title="No number yet">
          A CAS number, an IC3 submission ID, a platform report: each opens the next door. Record the first one here, or
          that it is not yet issued.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel label="Numbers" padded={false}>
      <table className="table table--cards">
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Number</th>
            <th scope="col">Came</th>
            <th scope="col">
              <span className="vh">Mend</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ReferenceRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function ReferenceRow({ row }: { row: ReferenceView }) {
  return (
    <tr>
      <td data-label="Kind">
        {row.label}
        {row.fromHandover ? <div className="small muted">From the liaison</div> : null}
      </td>
      <td data-label="Number">
        {row.state === "issued" ? <RefNumber value={row.display} /> : <Chip kind="waiting">Not yet issued</Chip>}
        {row.issuer ? <div className="small muted">{row.issuer}</div> : null}
        {row.note ? <div className="small muted">{row.note}</div> : null}
      </td>
      <td data-label="Came">
        <Came row={row} />
      </td>
      <td>
        <MendReference id={row.id} waiting={row.state === "not_yet_issued"} />
      </td>
    </tr>
  );
}

function Came({ row }: { row: ReferenceView }) {
  const via = row.receivedVia ? receivedViaLabels[row.receivedVia as keyof typeof receivedViaLabels] : null;
  return (
    <>
      {row.issuedOn ? <div>Given {formatDate(row.issuedOn)}</div> : null}
      {via ? (
        <div className="small muted">{[via, row.proof ? `proof ${row.proof}` : null].filter(Boolean).join(", ")}</div>
      ) : null}
      {row.recordedBy ? <div className="small muted">Recorded by {row.recordedBy}</div> : null}
    </>
  );
}

import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { RefNumber } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { NumberedPager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { oddityLabels, receivedViaLabels } from "@/lib/casework/references/labels";
import type { ReferenceView } from "@/lib/casework/references/queries";
import { type Paged, withQuery } from "@/lib/platform/paging";
import { formatDate } from "@/lib/platform/text/format";

type ListProps = { caseId: string; list: Paged<ReferenceView>; dayOf: (at: Date) => string };

/** The numbers, oldest first: number, who gave it, how it came. Each leads to its page with history and secrets. */
export function ReferenceList({ caseId, list, dayOf }: ListProps) {
  if (list.total === 0) {
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
            <th scope="col">Given</th>
            <th scope="col">Came by</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <ReferenceRow
              key={row.id}
              row={row}
              href={`/cases/${caseId}/references/${row.id}` as Route}
              dayOf={dayOf}
            />
          ))}
        </tbody>
      </table>
      <NumberedPager
        list={list}
        of="numbers, oldest first"
        at={(page) => withQuery(`/cases/${caseId}/references`, { page }) as Route}
      />
    </Panel>
  );
}

type RowProps = { row: ReferenceView; href: Route; dayOf: (at: Date) => string };

function ReferenceRow({ row, href, dayOf }: RowProps) {
  const via = row.receivedVia ? receivedViaLabels[row.receivedVia as keyof typeof receivedViaLabels] : null;
  return (
    <tr>
      <td data-label="Kind">
        <PageLink className="rowlink" href={href}>
          {row.label}
        </PageLink>
        {row.fromHandover ? <div className="small muted">From the liaison</div> : null}
      </td>
      <td data-label="Number">
        {row.state === "issued" ? <RefNumber value={row.display} /> : <Chip kind="waiting">Not yet issued</Chip>}
        {row.warnings.slice(0, 2).map((code) => (
          <div key={code}>
            <Chip kind="warning" icon="triangle-alert">
              {oddityLabels[code]}
            </Chip>
          </div>
        ))}
        {row.issuer && !row.display?.startsWith(row.issuer) ? <div className="small muted">{row.issuer}</div> : null}
      </td>
      <td data-label="Given">
        {row.state === "issued" ? (
          <div>{row.issuedOn ? formatDate(row.issuedOn) : "No date"}</div>
        ) : (
          <div>Waiting since {formatDate(dayOf(row.recordedAt))}</div>
        )}
      </td>
      <td data-label="Came by">
        <div>{row.state === "issued" ? (via ?? "Not recorded") : "Still asked for"}</div>
        <div className="small muted">
          {row.proof ? `Proof ${row.proof}` : row.state === "issued" ? "No proof yet" : null}
        </div>
      </td>
    </tr>
  );
}

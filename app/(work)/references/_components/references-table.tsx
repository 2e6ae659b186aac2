import type { Route } from "next";
import Link from "next/link";
import { RefNumber } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { receivedViaLabels, referenceStateLabels } from "@/lib/casework/references/labels";
import type { ReferenceRow } from "@/lib/casework/references/registers/types";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";
import { formatDate } from "@/lib/platform/text/format";

const via = (key: string | null) => receivedViaLabels[key as keyof typeof receivedViaLabels] ?? "Not recorded";

export function ReferencesTable({ rows }: { rows: readonly ReferenceRow[] }) {
  return (
    <table className="table table--cards">
      <caption className="vh">References of your cases</caption>
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Kind</th>
          <th scope="col">Case</th>
          <th scope="col">Given</th>
          <th scope="col">How it came</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <PageLink href={`/cases/${row.caseId}/references/${row.id}` as Route}>
                <RefNumber value={row.state === "not_yet_issued" ? null : row.display} />
              </PageLink>
              {row.state === "withdrawn" ? <span className="small muted">{referenceStateLabels.withdrawn}</span> : null}
            </td>
            <td data-label="Kind">
              {findReferenceKind(row.kind)?.label ?? row.kind}
              {row.issuer ? <span className="small muted">{row.issuer}</span> : null}
            </td>
            <td data-label="Case">
              <Link className="rowlink" href={`/cases/${row.caseId}/references` as Route} prefetch={false}>
                {row.pseudonym}
              </Link>
              <span className="small faint">{row.code}</span>
            </td>
            <td data-label="Given" className="nowrap">
              {row.issuedOn ? formatDate(row.issuedOn) : <span className="muted">No date</span>}
            </td>
            <td data-label="How it came">
              {row.state === "not_yet_issued" ? "Still asked for" : via(row.receivedVia)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { RefNumber } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { DataTable } from "@/app/_ui/table/data-table";
import { receivedViaLabels, referenceStateLabels } from "@/lib/casework/references/labels";
import type { ReferenceRow } from "@/lib/casework/references/registers/types";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";
import { formatDate } from "@/lib/platform/text/format";

const via = (key: string | null) => receivedViaLabels[key as keyof typeof receivedViaLabels] ?? "Not recorded";

export function ReferencesTable({ rows }: { rows: readonly ReferenceRow[] }) {
  return (
    <DataTable
      caption="References of your cases"
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: "Number",
          cell: (row) => (
            <>
              <PageLink href={`/cases/${row.caseId}/references/${row.id}` as Route}>
                <RefNumber value={row.state === "not_yet_issued" ? null : row.display} />
              </PageLink>
              {row.state === "withdrawn" ? <span className="small muted">{referenceStateLabels.withdrawn}</span> : null}
            </>
          ),
        },
        {
          head: "Kind",
          cell: (row) => (
            <>
              {findReferenceKind(row.kind)?.label ?? row.kind}
              {row.issuer ? <span className="small muted">{row.issuer}</span> : null}
            </>
          ),
        },
        {
          head: "Case",
          cell: (row) => (
            <>
              <Link className="rowlink" href={`/cases/${row.caseId}/references` as Route} prefetch={false}>
                {row.pseudonym}
              </Link>
              <span className="small faint">{row.code}</span>
            </>
          ),
        },
        {
          head: "Given",
          className: "nowrap",
          cell: (row) => (row.issuedOn ? formatDate(row.issuedOn) : <span className="muted">No date</span>),
        },
        {
          head: "How it came",
          cell: (row) => (row.state === "not_yet_issued" ? "Still asked for" : via(row.receivedVia)),
        },
      ]}
    />
  );
}

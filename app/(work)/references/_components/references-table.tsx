import type { Route } from "next";
import { RefNumber } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { DataTable } from "@/app/_ui/table/data-table";
import { receivedViaLabels, referenceStateLabels } from "@/lib/casework/references/labels";
import type { ReferenceRow } from "@/lib/casework/references/registers/types";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

const via = (key: string | null) => receivedViaLabels[key as keyof typeof receivedViaLabels] ?? "Not recorded";

export function ReferencesTable({ rows }: { rows: readonly ReferenceRow[] }) {
  return (
    <DataTable
      caption={t("References of your cases")}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t("Number"),
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
          head: t("Kind"),
          cell: (row) => (
            <>
              {findReferenceKind(row.kind)?.label ?? row.kind}
              {row.issuer ? <span className="small muted">{row.issuer}</span> : null}
            </>
          ),
        },
        {
          head: t("Case"),
          cell: (row) => (
            <>
              <PageLink className="rowlink" href={`/cases/${row.caseId}/references` as Route}>
                {row.pseudonym}
              </PageLink>
              <span className="small faint">{row.code}</span>
            </>
          ),
        },
        {
          head: t("Given"),
          className: "nowrap",
          cell: (row) => (row.issuedOn ? formatDate(row.issuedOn) : <span className="muted">{t("No date")}</span>),
        },
        {
          head: t("How it came"),
          cell: (row) => (row.state === "not_yet_issued" ? t("Still asked for") : via(row.receivedVia)),
        },
      ]}
    />
  );
}

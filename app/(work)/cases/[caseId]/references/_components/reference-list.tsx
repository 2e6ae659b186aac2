import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { RefNumber } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { NumberedPager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { oddityLabels, receivedViaLabels } from "@/lib/casework/references/labels";
import type { ReferenceView } from "@/lib/casework/references/queries";
import { t } from "@/lib/platform/language/translate";
import { type Paged, withQuery } from "@/lib/platform/paging";
import { formatDate } from "@/lib/platform/text/format";

type ListProps = { caseId: string; list: Paged<ReferenceView>; dayOf: (at: Date) => string };

/** The numbers, oldest first: number, who gave it, how it came. Each leads to its page with history and secrets. */
export function ReferenceList({ caseId, list, dayOf }: ListProps) {
  if (list.total === 0) {
    return (
      <Panel label={t("Numbers")} padded={false}>
        <EmptyState icon="hash" title={t("No number yet")}>
          {t(
            "A CAS number, an IC3 submission ID, a platform report: each opens the next step. Record the first one here, or record that it is not yet issued.",
          )}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel label={t("Numbers")} padded={false}>
      <DataTable
        rows={list.rows}
        keyOf={(row) => row.id}
        columns={[
          {
            head: t("Kind"),
            label: t("Kind"),
            cell: (row) => (
              <>
                <PageLink className="rowlink" href={`/cases/${caseId}/references/${row.id}` as Route}>
                  {row.label}
                </PageLink>
                {row.fromHandover ? <div className="small muted">{t("From the officer")}</div> : null}
              </>
            ),
          },
          { head: t("Number"), cell: (row) => <NumberCell row={row} /> },
          {
            head: t("Given"),
            cell: (row) =>
              row.state === "issued" ? (
                <div>{row.issuedOn ? formatDate(row.issuedOn) : t("No date")}</div>
              ) : (
                <div>{t("Waiting since {formatDate}", { formatDate: formatDate(dayOf(row.recordedAt)) })}</div>
              ),
          },
          { head: t("Came by"), cell: (row) => <CameBy row={row} /> },
        ]}
      />
      <NumberedPager
        list={list}
        of={t("numbers, oldest first")}
        at={(page) => withQuery(`/cases/${caseId}/references`, { page }) as Route}
      />
    </Panel>
  );
}

function NumberCell({ row }: { row: ReferenceView }) {
  return (
    <>
      {row.state === "issued" ? <RefNumber value={row.display} /> : <Chip kind="waiting">{t("Not yet issued")}</Chip>}
      {row.warnings.slice(0, 2).map((code) => (
        <div key={code}>
          <Chip kind="warning" icon="triangle-alert">
            {oddityLabels[code]}
          </Chip>
        </div>
      ))}
      {row.issuer && !row.display?.startsWith(row.issuer) ? <div className="small muted">{row.issuer}</div> : null}
    </>
  );
}

function CameBy({ row }: { row: ReferenceView }) {
  const via = row.receivedVia ? receivedViaLabels[row.receivedVia as keyof typeof receivedViaLabels] : null;
  return (
    <>
      <div>{row.state === "issued" ? (via ?? t("Not recorded")) : t("Still asked for")}</div>
      <div className="small muted">
        {row.proof ? t("Proof {proof}", { proof: row.proof }) : row.state === "issued" ? t("No proof yet") : null}
      </div>
    </>
  );
}

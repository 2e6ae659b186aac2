import type { Route } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { DataTable } from "@/app/_ui/table/data-table";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

type Row = {
  seq: number;
  at: Date;
  who: string;
  role: string;
  what: string;
  detail: string;
  session: string | null;
  caseId: string | null;
  caseCode: string | null;
};

const roles: Record<string, string> = {
  caseworker: t("Caseworker"),
  supervisor: t("Supervisor"),
  admin: t("Administrator"),
  liaison: t("Police liaison"),
};

export function AuditTable({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="history" title={t("No entries")} level={2}>
        {t("Nothing of this kind has happened yet. Take a filter away to see more of the log.")}
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={t("Log of the organisation, newest first")}
      rows={rows}
      keyOf={(row) => row.seq}
      columns={[
        { head: t("What"), cell: (row) => <What row={row} /> },
        { head: t("Who"), cell: (row) => <Who row={row} /> },
        { head: t("When"), className: "nowrap", cell: (row) => formatInstant(row.at, zone) },
        { head: t("Entry"), num: true, cell: (row) => row.seq },
      ]}
    />
  );
}

function What({ row }: { row: Row }) {
  return (
    <>
      <span className="strong">{row.what}</span>
      {row.detail ? <span className="small muted">{row.detail}</span> : null}
      {row.caseCode ? (
        <PageLink className="small" href={`/cases/${row.caseId}` as Route}>
          {row.caseCode}
        </PageLink>
      ) : null}
    </>
  );
}

function Who({ row }: { row: Row }) {
  return (
    <>
      {row.who}
      {roles[row.role] ? <span className="small faint">{roles[row.role]}</span> : null}
      {row.session ? <span className="small faint">{t("Session {session}", { session: row.session })}</span> : null}
    </>
  );
}

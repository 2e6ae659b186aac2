import type { Route } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
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
  caseworker: "Caseworker",
  supervisor: "Supervisor",
  admin: "Administrator",
  liaison: "Police liaison",
};

export function AuditTable({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="history" title="No entries" level={2}>
        Nothing of this kind has happened yet. Take a filter away to see more of the log.
      </EmptyState>
    );
  }
  return (
    <table className="table table--cards">
      <caption className="vh">Log of the organisation, newest first</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Who</th>
          <th scope="col">When</th>
          <th scope="col" className="num">
            Entry
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <td>
              <span className="strong">{row.what}</span>
              {row.detail ? <span className="small muted">{row.detail}</span> : null}
              {row.caseCode ? (
                <PageLink className="small" href={`/cases/${row.caseId}` as Route}>
                  {row.caseCode}
                </PageLink>
              ) : null}
            </td>
            <td data-label="Who">
              {row.who}
              {roles[row.role] ? <span className="small faint">{roles[row.role]}</span> : null}
              {row.session ? <span className="small faint">Session {row.session}</span> : null}
            </td>
            <td data-label="When" className="nowrap">
              {formatInstant(row.at, zone)}
            </td>
            <td data-label="Entry" className="num">
              {row.seq}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

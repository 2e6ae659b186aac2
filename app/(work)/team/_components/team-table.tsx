import type { Route } from "next";
import Link from "next/link";
import { EmptyState } from "@/app/_ui/empty-state";
import { awayWords } from "@/lib/organisation/absences/labels";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";

export function TeamTable({ rows, zone }: { rows: readonly TeamRow[]; zone: string }) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="users" title="No caseworkers yet" level={2}>
        An administrator invites them. Each one shows here with the cases that they own.
      </EmptyState>
    );
  }
  return (
    <table className="table table--cards table--stats">
      <caption className="vh">Caseworkers and their cases</caption>
      <thead>
        <tr>
          <th scope="col">Caseworker</th>
          <th scope="col" className="num">
            Open
          </th>
          <th scope="col" className="num">
            Overdue
          </th>
          <th scope="col" className="num">
            High risk
          </th>
          <th scope="col" className="num">
            Stalled
          </th>
          <th scope="col" className="num">
            To approve
          </th>
          <th scope="col" className="num">
            Flags
          </th>
          <th scope="col" className="num">
            Notes
          </th>
          <th scope="col" className="num">
            Not reviewed
          </th>
          <th scope="col">Last reviewed</th>
          <th scope="col">Last activity</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, zone }: { row: TeamRow; zone: string }) {
  const list = `/cases?owner=${row.id}`;
  const person = `/team/${row.id}`;
  return (
    <tr>
      <td>
        <Link className="rowlink" href={person as Route}>
          {row.name}
        </Link>
        <Away row={row} />
      </td>
      <Count label="Open" n={row.open} href={list} />
      <Count label="Overdue" n={row.overdue} href={`/cases?due=overdue&owner=${row.id}`} alert />
      <Count label="High risk" n={row.high} href={`/cases?risk=high&owner=${row.id}`} />
      <Count label="Stalled" n={row.stalled} href={`${list}&quiet=30`} />
      <Count label="To approve" n={row.toApprove} href={`/approvals?by=${row.id}`} />
      <Count label="Flags" n={row.flags} href={`${person}#flags`} />
      <Count label="Notes" n={row.reviews} href={`${person}#reviews`} />
      <Count label="Not reviewed" n={row.notReviewed} href={`/team/reviews?owner=${row.id}`} />
      <td data-label="Last reviewed">
        {row.lastReviewedAt ? formatDate(civilDate(row.lastReviewedAt, zone)) : <span className="muted">Not yet</span>}
      </td>
      <td data-label="Last activity">
        {row.lastActivityAt ? formatDate(civilDate(row.lastActivityAt, zone)) : <span className="muted">No case</span>}
      </td>
    </tr>
  );
}

function Away({ row: { away, covers } }: { row: TeamRow }) {
  return (
    <>
      {away ? <span className="small muted first-letter:uppercase">{awayWords(away)}</span> : null}
      {covers.length > 0 ? <span className="small muted">Covers for {covers.join(", ")}</span> : null}
    </>
  );
}

function Count({ label, n, href, alert }: { label: string; n: number; href: string; alert?: boolean }) {
  return (
    <td className="num" data-label={label}>
      {n === 0 ? (
        0
      ) : (
        <Link href={href as Route} className={alert ? "strong text-overdue" : undefined}>
          {n}
        </Link>
      )}
    </td>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { awayWords } from "@/lib/leaves/labels";
import { civilDate } from "@/lib/platform/clock";
import { formatDate, plural } from "@/lib/platform/format";
import type { TeamRow } from "@/lib/work/types";

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
            Open cases
          </th>
          <th scope="col" className="num">
            Overdue
          </th>
          <th scope="col" className="num">
            High risk
          </th>
          <th scope="col" className="num">
            Stalled 30 days
          </th>
          <th scope="col" className="num">
            To approve
          </th>
          <th scope="col" className="num">
            Flags
          </th>
          <th scope="col" className="num">
            Review notes
          </th>
          <th scope="col" className="num">
            Not reviewed 30 days
          </th>
          <th scope="col">Last reviewed</th>
          <th scope="col">Last activity</th>
          <th scope="col">Look at</th>
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
      <Count label="Open cases" n={row.open} href={list} />
      <Count label="Overdue" n={row.overdue} href={`/cases?due=overdue&owner=${row.id}`} alert />
      <Count label="High risk" n={row.high} href={`/cases?risk=high&owner=${row.id}`} />
      <Count label="Stalled 30 days" n={row.stalled} href={`${list}&quiet=30`} />
      <Count label="To approve" n={row.toApprove} href={`/approvals?by=${row.id}`} />
      <Count label="Flags" n={row.flags} href={`${person}#flags`} />
      <Count label="Review notes" n={row.reviews} href={`${person}#reviews`} />
      <Count label="Not reviewed 30 days" n={row.notReviewed} href={`/team/reviews?owner=${row.id}`} />
      <td data-label="Last reviewed">
        {row.lastReviewedAt ? formatDate(civilDate(row.lastReviewedAt, zone)) : <span className="muted">Not yet</span>}
      </td>
      <td data-label="Last activity">
        {row.lastActivityAt ? formatDate(civilDate(row.lastActivityAt, zone)) : <span className="muted">No case</span>}
      </td>
      <td>
        <LookAt row={row} />
      </td>
    </tr>
  );
}

function Away({ row: { away, covers } }: { row: TeamRow }) {
  return (
    <>
      {away ? <span className="small">{awayWords(away)}</span> : null}
      {covers.length > 0 ? <span className="small">covers for {covers.join(", ")}</span> : null}
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

/** One word on where to look first: what is late, then what stands still. */
function LookAt({ row }: { row: TeamRow }) {
  if (row.overdue > 0) return <Chip kind="overdue">{plural(row.overdue, "case")} overdue</Chip>;
  if (row.stalled > 0) return <Chip kind="warning">{plural(row.stalled, "case")} stalled</Chip>;
  if (row.open === 0) return <Chip icon="minus">No open case</Chip>;
  return <Chip icon="minus">Steady</Chip>;
}

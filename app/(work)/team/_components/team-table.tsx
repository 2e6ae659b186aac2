import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { DataTable } from "@/app/_ui/table/data-table";
import { awayWords } from "@/lib/organisation/absences/labels";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { type LookAt, lookAt } from "@/lib/oversight/team/labels";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { CountLink } from "./count-link";

type TableProps = { rows: readonly TeamRow[]; talks: ReadonlySet<string>; zone: string };

/** One line for each person. `talks`: who should be asked how they are. */
export function TeamTable({ rows, talks, zone }: TableProps) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="users" title={t("No caseworkers yet")} level={2}>
        {t("An administrator invites them. Each one shows here with the cases that they own.")}
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={t("Caseworkers and their cases")}
      rows={rows}
      keyOf={(row) => row.id}
      layout="stats"
      columns={[
        { head: t("Caseworker"), cell: (row) => <Caseworker row={row} /> },
        { head: t("Look at"), cell: (row) => <LookAtChip look={lookAt(row, talks.has(row.id))} /> },
        ...counts.map(({ head, of, list, alert }) => ({
          head,
          num: true,
          cell: (row: TeamRow) => <CountLink n={of(row)} href={list(row.id)} alert={alert} />,
        })),
        {
          head: t("Last reviewed"),
          cell: ({ lastReviewedAt: at }) =>
            at ? formatDate(civilDate(at, zone)) : <span className="muted">{t("Not yet")}</span>,
        },
        {
          head: t("Last activity"),
          cell: ({ lastActivityAt: at }) =>
            at ? formatDate(civilDate(at, zone)) : <span className="muted">{t("No case")}</span>,
        },
      ]}
    />
  );
}

type Column = { head: string; of: (row: TeamRow) => number; list: (id: string) => string; alert?: true };

/** Each number opens the list that it counts. */
const counts: readonly Column[] = [
  { head: t("Open cases"), of: ({ open }) => open, list: (id) => `/cases?owner=${id}` },
  { head: t("Acts overdue"), of: ({ acts }) => acts.overdue, list: (id) => `/?of=${id}#overdue`, alert: true },
  { head: t("High risk"), of: ({ high }) => high, list: (id) => `/cases?risk=high&owner=${id}` },
  { head: t("Stalled"), of: ({ stalled }) => stalled, list: (id) => `/cases?owner=${id}&quiet=30` },
  { head: t("To approve"), of: ({ toApprove }) => toApprove, list: (id) => `/approvals?by=${id}` },
  { head: t("Flags"), of: ({ flags }) => flags, list: (id) => `/team/${id}#flags` },
  { head: t("Notes"), of: ({ reviews }) => reviews, list: (id) => `/team/${id}#reviews` },
  { head: t("Not reviewed"), of: ({ notReviewed }) => notReviewed, list: (id) => `/team/reviews?owner=${id}` },
];

function LookAtChip({ look }: { look: LookAt }) {
  return (
    <Chip kind={look.kind} icon={look.kind === "plain" ? "minus" : undefined}>
      {look.words}
    </Chip>
  );
}

function Caseworker({ row: { id, name, away, covers } }: { row: TeamRow }) {
  return (
    <>
      <PageLink className="rowlink" href={`/team/${id}` as Route}>
        {name}
      </PageLink>
      {away ? <span className="small muted first-letter:uppercase">{awayWords(away)}</span> : null}
      {covers.length > 0 ? (
        <span className="small muted">{t("Covers for {value}", { value: covers.join(", ") })}</span>
      ) : null}
    </>
  );
}

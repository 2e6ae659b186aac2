import type { Route } from "next";
import Link from "next/link";
import { EmptyState } from "@/app/_ui/empty-state";
import { DataTable } from "@/app/_ui/table/data-table";
import { awayWords } from "@/lib/organisation/absences/labels";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";

export function TeamTable({ rows, zone }: { rows: readonly TeamRow[]; zone: string }) {
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
        ...counts.map(({ head, of, list, alert }) => ({
          head,
          num: true,
          cell: ({ id, [of]: n }: TeamRow) =>
            n === 0 ? (
              0
            ) : (
              <Link href={list(id) as Route} className={alert ? "strong text-overdue" : undefined}>
                {n}
              </Link>
            ),
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

type Counted = "open" | "overdue" | "waiting" | "high" | "stalled" | "toApprove" | "flags" | "reviews" | "notReviewed";

/** Each number opens the list that it counts. */
const counts: readonly { head: string; of: Counted; list: (id: string) => string; alert?: true }[] = [
  { head: t("Open"), of: "open", list: (id) => `/cases?owner=${id}` },
  { head: t("Overdue"), of: "overdue", list: (id) => `/cases?due=overdue&owner=${id}`, alert: true },
  { head: t("Waiting"), of: "waiting", list: (id) => `/cases?counted=waiting&owner=${id}` },
  { head: t("High risk"), of: "high", list: (id) => `/cases?risk=high&owner=${id}` },
  { head: t("Stalled"), of: "stalled", list: (id) => `/cases?owner=${id}&quiet=30` },
  { head: t("To approve"), of: "toApprove", list: (id) => `/approvals?by=${id}` },
  { head: t("Flags"), of: "flags", list: (id) => `/team/${id}#flags` },
  { head: t("Notes"), of: "reviews", list: (id) => `/team/${id}#reviews` },
  { head: t("Not reviewed"), of: "notReviewed", list: (id) => `/team/reviews?owner=${id}` },
];

function Caseworker({ row: { id, name, away, covers } }: { row: TeamRow }) {
  return (
    <>
      <Link className="rowlink" href={`/team/${id}` as Route}>
        {name}
      </Link>
      {away ? <span className="small muted first-letter:uppercase">{awayWords(away)}</span> : null}
      {covers.length > 0 ? (
        <span className="small muted">{t("Covers for {value}", { value: covers.join(", ") })}</span>
      ) : null}
    </>
  );
}

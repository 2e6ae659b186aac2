import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { RefNumber } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { type Column, DataTable } from "@/app/_ui/table/data-table";
import { kindLabels, routeLabels, unclearLabels } from "@/lib/escalation/takedowns/labels";
import type { TakedownView } from "@/lib/escalation/takedowns/types";
import type { CaseClock } from "@/lib/law/clocks/types";
import { t } from "@/lib/platform/language/translate";
import { formatDateNear } from "@/lib/platform/text/format";
import { RowTick } from "./row-tick";
import { ShownBy } from "./shown-by";
import { StateChip } from "./state-chip";

type Props = {
  caseId: string;
  items: readonly TakedownView[];
  /** The most urgent clock of each item that has one. */
  clocks: ReadonlyMap<string, CaseClock>;
  today: string;
  /** Rows can be ticked, for a form around the table. */
  picks: boolean;
};

export function TakedownTable({ caseId, items, clocks, today, picks }: Props) {
  const tick: Column<TakedownView> = {
    head: <span className="vh">{t("Choose")}</span>,
    label: null,
    className: "pick",
    cell: ({ id, code }) => <RowTick name="takedownIds" value={id} label={t("Choose {code}", { code })} />,
  };
  return (
    <DataTable
      caption={t("Items on the take-down list")}
      rows={items}
      keyOf={({ id }) => id}
      wide
      columns={[
        ...(picks ? [tick] : []),
        { head: t("Item"), label: null, cell: (item) => <ItemCell caseId={caseId} item={item} /> },
        { head: t("Platform"), cell: ({ platformName }) => platformName },
        { head: t("Shown by"), cell: (item) => <ShownBy caseId={caseId} item={item} /> },
        { head: t("State"), cell: ({ standing }) => <StateChip state={standing.state} /> },
        { head: t("Report"), cell: (item) => <ReportCell item={item} today={today} /> },
        { head: t("Clock"), cell: ({ id }) => <ClockCell clock={clocks.get(id)} /> },
        { head: t("Last look"), cell: ({ standing }) => <SeenWords standing={standing} today={today} /> },
      ]}
    />
  );
}

function ItemCell({ caseId, item }: { caseId: string; item: TakedownView }) {
  const { id, code, kind, where, what } = item;
  return (
    <>
      <PageLink className="rowlink" href={`/cases/${caseId}/takedowns/${id}` as Route}>
        {code} {kindLabels[kind]}
      </PageLink>
      {where ? <bdi className="small muted breakable">{where}</bdi> : null}
      {what ? <span className="small">{what}</span> : null}
    </>
  );
}

function ReportCell({ item: { standing, reportIds }, today }: { item: TakedownView; today: string }) {
  const { reportedOn, route } = standing;
  if (!reportedOn || !route) return t("Not reported");
  return (
    <>
      {t("{route}, {on}", { route: routeLabels[route], on: formatDateNear(reportedOn, today) })}
      <span className="small">
        <RefNumber value={reportIds.join(", ")} none={t("No report ID")} />
      </span>
    </>
  );
}

function ClockCell({ clock }: { clock: CaseClock | undefined }) {
  if (!clock) return t("None runs");
  const kind = clock.state === "overdue" ? "overdue" : clock.state === "soon" ? "warning" : "plain";
  return (
    <>
      <Chip kind={kind} icon="timer">
        {clock.words}
      </Chip>
      <span className="small muted">{clock.title}</span>
    </>
  );
}

type Seen = { standing: Pick<TakedownView["standing"], "seen" | "unclear">; today: string };

/** What the last look found; below it, that a check since then found nothing certain. */
export function SeenWords({ standing: { seen, unclear }, today }: Seen) {
  const on = seen && formatDateNear(seen.on, today);
  return (
    <>
      {!on ? t("Nobody looked yet") : seen.up ? t("Still up, {on}", { on }) : t("Gone, {on}", { on })}
      {unclear ? (
        <span className="block small muted">
          {t("{found}, {on}", { found: unclearLabels[unclear.why], on: formatDateNear(unclear.on, today) })}
        </span>
      ) : null}
    </>
  );
}

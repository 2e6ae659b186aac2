import type { Route } from "next";
import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel, RecordPanel } from "@/app/_ui/panel";
import { KindLegend, KindMark } from "@/app/(work)/_components/clock-marks";
import { LawSources } from "@/app/(work)/_components/law-sources";
import type { DeadlinesPage } from "@/lib/escalation/deadlines/types";
import { fullTitle } from "@/lib/law/clocks/labels";
import type { CaseClock } from "@/lib/law/clocks/types";
import { t } from "@/lib/platform/language/translate";
import { capitalised, formatDate } from "@/lib/platform/text/format";
import { ClockForms } from "./clock-forms";

type Props = { caseId: string; page: DeadlinesPage };

/** The clocks that run, the most urgent first, each with its reason, its source and what may be changed. */
export function ClocksList({ caseId, page }: Props) {
  const { clocks } = page;
  return (
    <Panel title={t("Clocks running")} id="running" padded={false} foot={clocks.length > 0 ? <KindLegend /> : null}>
      {clocks.map((clock) => (
        <ClockEntry key={clock.key} caseId={caseId} clock={clock} page={page} />
      ))}
      {clocks.length === 0 ? (
        <EmptyState icon="timer" title={t("No clock runs")}>
          {page.closed
            ? t(
                "The clocks of this case stopped when it was closed. If you reopen it, they run from the days on which they began.",
              )
            : t(
                "A clock starts by itself when what triggers it is recorded, such as the day a statement was given. A date of your own can be added below.",
              )}
        </EmptyState>
      ) : null}
    </Panel>
  );
}

const chipKinds = { overdue: "overdue", soon: "warning", paused: "line" } as const;

function ClockEntry({ caseId, clock, page }: Props & { clock: CaseClock }) {
  const to = clock.path ?? (clock.stepKey ? `/ladder/${clock.stepKey}` : undefined);
  const title = fullTitle(clock);
  return (
    <RecordPanel
      label={title}
      id={`clock-${clock.key}`}
      className="stack--s"
      title={
        <>
          {to ? <PageLink href={`/cases/${caseId}${to}` as Route}>{title}</PageLink> : title}{" "}
          <KindMark kind={clock.kind} />
        </>
      }
      end={
        clock.state === "running" ? (
          <span className="nowrap strong">{clock.words}</span>
        ) : (
          <Chip kind={clock.warning ? "warning" : chipKinds[clock.state]}>{clock.words}</Chip>
        )
      }
    >
      <p>{capitalised(clock.why)}</p>
      {clock.warning ? null : (
        <Facts
          items={[
            { name: clock.state === "paused" ? "Would be due" : "Due", value: dueText(clock, page) },
            { name: t("Waits on"), value: capitalised(clock.waitsOn ?? "us") },
            ...(clock.afterwards ? [{ name: t("Then"), value: clock.afterwards }] : []),
          ]}
        />
      )}
      {clock.sources.length > 0 ? <LawSources sources={clock.sources} /> : null}
      <ClockForms caseId={caseId} clock={clock} allowed={page.allowed[clock.key] ?? null} />
      <hr className="rule" />
    </RecordPanel>
  );
}

function dueText(clock: CaseClock, { homeZone, thereZone }: DeadlinesPage) {
  return clock.dueAt ? <CaseTime at={clock.dueAt} zones={[homeZone, thereZone]} /> : formatDate(clock.dueOn);
}

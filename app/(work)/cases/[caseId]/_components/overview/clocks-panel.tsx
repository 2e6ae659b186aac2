import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Clocks } from "@/app/_ui/items";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { ClockMarks, KindLegend, WeakLegend } from "@/app/(work)/_components/clock-marks";
import type { CaseClock } from "@/lib/law/clocks/types";
import { t } from "@/lib/platform/language/translate";

const chipKinds = { overdue: "overdue", soon: "warning", paused: "line" } as const;

/** The clocks that run, the most urgent first: the event, by when, why, and whether law, provider or we set it. */
export function ClocksPanel({ clocks, caseId }: { clocks: readonly CaseClock[]; caseId: string }) {
  if (clocks.length === 0) {
    return (
      <Panel title={t("Clocks running")} id="clocks" padded={false}>
        <EmptyState icon="timer" title={t("No clock runs yet")}>
          {t("A clock starts by itself when what triggers it is recorded, such as the day a statement was given.")}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      title={t("Clocks running")}
      id="clocks"
      padded={false}
      foot={
        <div className="row row--between">
          <span className="row">
            <KindLegend />
            <WeakLegend />
          </span>
          <PageLink href={`/cases/${caseId}/deadlines`}>{t("All deadlines")}</PageLink>
        </div>
      }
    >
      <Clocks
        items={clocks.slice(0, 6).map((clock) => ({
          key: clock.key,
          name: (
            <>
              {clock.stepKey ? (
                <PageLink href={`/cases/${caseId}${clock.path ?? `/ladder/${clock.stepKey}`}` as Route}>
                  {clock.stepTitle}
                </PageLink>
              ) : (
                <PageLink href={`/cases/${caseId}${clock.path ?? "/deadlines"}` as Route}>{clock.title}</PageLink>
              )}{" "}
              <ClockMarks kind={clock.kind} sources={clock.sources} />
            </>
          ),
          when:
            clock.state === "running" ? (
              <span className="nowrap">{clock.words}</span>
            ) : (
              <Chip kind={chipKinds[clock.state]}>{clock.words}</Chip>
            ),
          why: clock.why,
        }))}
      />
    </Panel>
  );
}

import { ChartFigure } from "@/app/_ui/chart-figure";
import { Panel } from "@/app/_ui/panel";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { rooms } from "@/lib/platform/charts/marks";
import { type BarsInput, plotBars } from "@/lib/platform/charts/plot-bars";
import { t } from "@/lib/platform/language/translate";

/** What each person carries: overdue first, then what waits for somebody else, then the rest. */
export function LoadPanel({ rows }: { rows: readonly TeamRow[] }) {
  const busy = rows.filter((row) => row.open > 0);
  const input: BarsInput = {
    title: t("Open cases, by caseworker"),
    about: busy
      .map(({ name, open, overdue, waitingInTime }) =>
        t("{name}: {open} open, {overdue} overdue, {waiting} waiting.", {
          name,
          open,
          overdue,
          waiting: waitingInTime,
        }),
      )
      .join(" "),
    parts: [
      { label: t("Overdue"), fill: "strong" },
      { label: t("Waiting for somebody else"), fill: "hatch" },
      { label: t("Other open cases"), fill: "light" },
    ],
    rows: busy.map(({ name, open, overdue, waitingInTime }) => ({
      name,
      values: [overdue, waitingInTime, open - overdue - waitingInTime],
    })),
    more: (people) => t("{people} more in the table", { people }),
  };
  return (
    <Panel id="open-cases" title={input.title}>
      <ChartFigure id="load" wide={plotBars(input, rooms.wide)} narrow={plotBars(input, rooms.narrow)}>
        <p className="small muted">
          {t("A case that is overdue and waits is counted as overdue. The table above has the same numbers.")}
        </p>
      </ChartFigure>
    </Panel>
  );
}

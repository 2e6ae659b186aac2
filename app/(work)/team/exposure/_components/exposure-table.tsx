import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { exposureLabels } from "@/lib/evidence/exposure/labels";
import { type ExposureKind, exposureKinds, type WorkerExposure } from "@/lib/evidence/exposure/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

/** Most teams have no recordings: their columns appear with the first one counted. */
const shownKinds = (team: readonly WorkerExposure[]): ExposureKind[] =>
  exposureKinds.filter(
    (kind) =>
      (kind !== "sound" && kind !== "film") ||
      team.some((workerExposure) => workerExposure.weeks.some((week) => week.counts[kind])),
  );

/** The numbers of the bars by kind, the newest week first; earlier weeks without any are left out. */
export function ExposureTable({ team }: { team: readonly WorkerExposure[] }) {
  const rows = team.flatMap(({ memberId, name, weeks }) =>
    weeks
      .toReversed()
      .filter((week, index) => index === 0 || week.total > 0)
      .map((week) => ({ key: `${memberId} ${week.from}`, name, week })),
  );
  return (
    <Panel title={t("By kind")} id="kinds" padded={false}>
      <DataTable
        caption={t("Reveals of each person, by week and kind")}
        rows={rows}
        keyOf={({ key }) => key}
        layout="stats"
        wide
        columns={[
          { head: t("Person"), className: "strong", cell: ({ name }) => name },
          { head: t("Week from"), cell: ({ week }) => formatDate(week.from) },
          ...shownKinds(team).map((kind) => ({
            head: exposureLabels[kind],
            num: true,
            cell: ({ week }: (typeof rows)[number]) => week.counts[kind],
          })),
          { head: t("All"), num: true, cell: ({ week }) => week.total },
        ]}
      />
    </Panel>
  );
}

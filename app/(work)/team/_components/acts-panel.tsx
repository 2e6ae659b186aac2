import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { CountLink } from "./count-link";
import { TeamChart } from "./team-chart";

/** What each person has to do and waits for: the picture, and the same numbers beside it. */
export function ActsPanel({ rows }: { rows: readonly TeamRow[] }) {
  return (
    <Panel id="acts" title={t("Acts of the team, by caseworker")} padded={false}>
      <div className="chartrow">
        <TeamChart rows={rows} />
        <DataTable
          caption={t("Acts of each caseworker: overdue, to do in 7 days, and waiting on others")}
          rows={rows}
          keyOf={(row) => row.id}
          wide
          columns={[
            { head: t("Caseworker"), className: "strong", cell: (row) => row.name },
            {
              head: t("Overdue"),
              num: true,
              cell: ({ id, acts }) => <CountLink n={acts.overdue} href={`/?of=${id}#overdue`} alert />,
            },
            {
              head: t("To do"),
              num: true,
              cell: ({ id, acts }) => <CountLink n={acts.todo} href={`/?of=${id}#today`} />,
            },
            {
              head: t("Waiting"),
              num: true,
              cell: ({ id, acts }) => <CountLink n={acts.waiting} href={`/?of=${id}#waiting`} />,
            },
            { head: t("All"), num: true, cell: ({ acts }) => acts.overdue + acts.todo + acts.waiting },
          ]}
        />
      </div>
    </Panel>
  );
}

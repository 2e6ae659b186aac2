import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import type { OfficeCount } from "@/lib/escalation/refusals/types";
import { t } from "@/lib/platform/language/translate";

/** How often each office refused, as Reports say it too. */
export function RefusalsTable({ rows }: { rows: readonly OfficeCount[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel id="refusals" title={t("Refusals by office")} padded={false}>
      <DataTable
        caption={t("Refusals logged, by station or office")}
        rows={rows}
        keyOf={(row) => row.office}
        layout="stats"
        columns={[
          { head: t("Station or office"), cell: (row) => row.office },
          { head: t("Refusals"), num: true, cell: (row) => row.refusals },
          { head: t("Put right"), num: true, cell: (row) => row.settled },
        ]}
      />
    </Panel>
  );
}

import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import type { OfficeCount } from "@/lib/escalation/refusals/types";

/** How often each office refused, as Reports say it too. */
export function RefusalsTable({ rows }: { rows: readonly OfficeCount[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel id="refusals" title="Refusals by office" padded={false}>
      <DataTable
        caption="Refusals logged, by station or office"
        rows={rows}
        keyOf={(row) => row.office}
        layout="stats"
        columns={[
          { head: "Station or office", cell: (row) => row.office },
          { head: "Refusals", num: true, cell: (row) => row.refusals },
          { head: "Put right", num: true, cell: (row) => row.settled },
        ]}
      />
    </Panel>
  );
}

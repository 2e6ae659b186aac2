import type { Route } from "next";
import Link from "next/link";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import type { IconName } from "@/app/_ui/icon-names";
import { formatInstant, plural } from "@/lib/platform/format";
import { packetStatusLabels } from "@/lib/registers/labels";
import type { PacketRow, PacketStatus } from "@/lib/registers/types";

const looks: Record<PacketStatus, { kind: ChipKind; icon: IconName }> = {
  building: { kind: "plain", icon: "hourglass" },
  failed: { kind: "overdue", icon: "circle-alert" },
  ready: { kind: "waiting", icon: "stamp" },
  approved: { kind: "done", icon: "check" },
  returned: { kind: "warning", icon: "undo-2" },
  handed_over: { kind: "done", icon: "send" },
  withdrawn: { kind: "line", icon: "ban" },
};

export function PacketsTable({ rows, zone }: { rows: readonly PacketRow[]; zone: string }) {
  return (
    <table className="table table--cards">
      <caption className="vh">Packets of your cases</caption>
      <thead>
        <tr>
          <th scope="col">Packet</th>
          <th scope="col">Case</th>
          <th scope="col">For</th>
          <th scope="col">State</th>
          <th scope="col">Drafted</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link className="rowlink" href={`/packets/${row.id}` as Route} prefetch={false}>
                {row.code}
              </Link>
              <span className="small faint">
                Version {row.version}
                {row.pages ? `, ${plural(row.pages, "page")}` : ""}
              </span>
            </td>
            <td data-label="Case">
              {row.pseudonym}
              <span className="small faint">{row.caseCode}</span>
            </td>
            <td data-label="For">{row.receiver}</td>
            <td data-label="State">
              <Chip {...looks[row.status]}>{packetStatusLabels[row.status]}</Chip>
              {row.deliveredAt ? <span className="small muted">{arrival(row, zone)}</span> : null}
            </td>
            <td data-label="Drafted">
              {row.draftedBy}
              <span className="small muted">{formatInstant(row.draftedAt, zone)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How far the officer came, the furthest first. */
function arrival(row: PacketRow, zone: string): string {
  if (row.acknowledgedAt) return `Acknowledged ${formatInstant(row.acknowledgedAt, zone)}`;
  if (row.openedAt) return `Opened ${formatInstant(row.openedAt, zone)}`;
  return "Not opened yet";
}

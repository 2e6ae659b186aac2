import type { Route } from "next";
import Link from "next/link";
import { DataTable } from "@/app/_ui/table/data-table";
import { PacketChip } from "@/app/(work)/_components/packet-chip";
import type { PacketRow } from "@/lib/casework/references/registers/types";
import { packetKinds } from "@/lib/packets/packets/labels";
import type { PacketKind } from "@/lib/packets/packets/types";
import { formatInstant, plural } from "@/lib/platform/text/format";

const packetKindsByKey: Record<string, PacketKind | undefined> = packetKinds;

export function PacketsTable({ rows, zone }: { rows: readonly PacketRow[]; zone: string }) {
  return (
    <DataTable
      caption="Packets of your cases"
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: "Packet",
          className: "nowrap",
          cell: (row) => (
            <>
              <Link className="rowlink" href={`/packets/${row.id}` as Route} prefetch={false}>
                {row.code}
              </Link>
              <span className="small">{shortOf(row.kind)}</span>
              <span className="small faint">
                Version {row.version}
                {row.pages ? `, ${plural(row.pages, "page")}` : ""}
              </span>
            </>
          ),
        },
        {
          head: "Case",
          className: "nowrap",
          cell: (row) => (
            <>
              {row.pseudonym}
              <span className="small faint">{row.caseCode}</span>
            </>
          ),
        },
        { head: "For", cell: (row) => row.receiver },
        {
          head: "State",
          cell: (row) => (
            <>
              <PacketChip status={row.status} />
              {row.deliveredAt ? <span className="small muted">{arrival(row, zone)}</span> : null}
              {row.sentAt ? <span className="small muted">On paper {formatInstant(row.sentAt, zone)}</span> : null}
            </>
          ),
        },
        {
          head: "Drafted",
          cell: (row) => (
            <>
              {row.draftedBy}
              <span className="small muted">{formatInstant(row.draftedAt, zone)}</span>
            </>
          ),
        },
      ]}
    />
  );
}

const shortOf = (kind: string) => packetKindsByKey[kind]?.short ?? kind;

/** How far the officer came, the furthest first. */
function arrival(row: PacketRow, zone: string): string {
  if (row.acknowledgedAt) return `Acknowledged ${formatInstant(row.acknowledgedAt, zone)}`;
  if (row.openedAt) return `Opened ${formatInstant(row.openedAt, zone)}`;
  return "Not opened yet";
}

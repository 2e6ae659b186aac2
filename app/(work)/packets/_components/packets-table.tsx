import type { Route } from "next";
import Link from "next/link";
import { PacketChip } from "@/app/(work)/_components/packet-chip";
import type { PacketRow } from "@/lib/casework/references/registers/types";
import { packetKinds } from "@/lib/packets/packets/labels";
import type { PacketKind } from "@/lib/packets/packets/types";
import { formatInstant, plural } from "@/lib/platform/text/format";

const packetKindsByKey: Record<string, PacketKind | undefined> = packetKinds;

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
            <td className="nowrap">
              <Link className="rowlink" href={`/packets/${row.id}` as Route} prefetch={false}>
                {row.code}
              </Link>
              <span className="small">{shortOf(row.kind)}</span>
              <span className="small faint">
                Version {row.version}
                {row.pages ? `, ${plural(row.pages, "page")}` : ""}
              </span>
            </td>
            <td data-label="Case" className="nowrap">
              {row.pseudonym}
              <span className="small faint">{row.caseCode}</span>
            </td>
            <td data-label="For">{row.receiver}</td>
            <td data-label="State">
              <PacketChip status={row.status} />
              {row.deliveredAt ? <span className="small muted">{arrival(row, zone)}</span> : null}
              {row.sentAt ? <span className="small muted">On paper {formatInstant(row.sentAt, zone)}</span> : null}
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

const shortOf = (kind: string) => packetKindsByKey[kind]?.short ?? kind;

/** How far the officer came, the furthest first. */
function arrival(row: PacketRow, zone: string): string {
  if (row.acknowledgedAt) return `Acknowledged ${formatInstant(row.acknowledgedAt, zone)}`;
  if (row.openedAt) return `Opened ${formatInstant(row.openedAt, zone)}`;
  return "Not opened yet";
}

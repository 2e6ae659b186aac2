import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { DataTable } from "@/app/_ui/table/data-table";
import { PacketChip } from "@/app/(work)/_components/packet-chip";
import type { PacketRow } from "@/lib/casework/references/registers/types";
import { packetKinds } from "@/lib/packets/packets/labels";
import type { PacketKind } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";

const packetKindsByKey: Record<string, PacketKind | undefined> = packetKinds;

export function PacketsTable({ rows, zone }: { rows: readonly PacketRow[]; zone: string }) {
  return (
    <DataTable
      caption={t("Packets of your cases")}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t("Packet"),
          className: "nowrap",
          cell: (row) => (
            <>
              <PageLink className="rowlink" href={`/packets/${row.id}` as Route}>
                {row.code}
              </PageLink>
              <span className="small">{shortOf(row.kind)}</span>
              <span className="small faint">
                {t("Version {version}{value}", {
                  version: row.version,
                  value: row.pages ? `, ${plural(row.pages, "page")}` : "",
                })}
              </span>
            </>
          ),
        },
        {
          head: t("Case"),
          className: "nowrap",
          cell: (row) => (
            <>
              {row.pseudonym}
              <span className="small faint">{row.caseCode}</span>
            </>
          ),
        },
        { head: t("For"), cell: (row) => row.receiver },
        {
          head: t("State"),
          cell: (row) => (
            <>
              <PacketChip status={row.status} />
              {row.deliveredAt ? <span className="small muted">{arrival(row, zone)}</span> : null}
              {row.sentAt ? (
                <span className="small muted">
                  {t("On paper {sentAt}", { sentAt: formatInstant(row.sentAt, zone) })}
                </span>
              ) : null}
            </>
          ),
        },
        {
          head: t("Drafted"),
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
  if (row.acknowledgedAt)
    return t("Acknowledged {acknowledgedAt}", { acknowledgedAt: formatInstant(row.acknowledgedAt, zone) });
  if (row.openedAt) return t("Opened {openedAt}", { openedAt: formatInstant(row.openedAt, zone) });
  return t("Not opened yet");
}

import type { PacketSnapshot, PacketSnapshotInput } from "@/lib/packets/snapshot";
import { civilDate } from "@/lib/platform/clock";
import { formatDate, formatInstant } from "@/lib/platform/format";
import type { Earlier } from "./read-case";

/** Who holds earlier versions: by rank and unit, since no name stands in the served part. */
export function holderParts(holders: Earlier["holders"], zone: string): Pick<PacketSnapshotInput, "holders"> {
  return {
    holders: holders.map((row) => ({
      version: row.version,
      holder: `${row.rank}, ${row.agency}, ${row.unit}`,
      handedOver: formatDate(civilDate(row.deliveredAt, zone)),
      state: row.acknowledgedAt
        ? `acknowledged ${formatInstant(row.acknowledgedAt, zone)}`
        : row.openedAt
          ? "opened, not acknowledged"
          : "not opened",
    })),
  };
}

const compared = [
  { key: "incidents", section: "2.2, 5", one: "Incidents" },
  { key: "events", section: "5", one: "Events" },
  { key: "accounts", section: "6", one: "Accounts" },
  { key: "references", section: "7", one: "Reference numbers" },
  { key: "exhibits", section: "8", one: "Exhibits" },
  { key: "releases", section: "10", one: "Releases" },
] as const;

/** What changed since the version before, found by comparing the two snapshots. */
export function changesBetween(before: PacketSnapshot, now: PacketSnapshotInput): PacketSnapshotInput["changes"] {
  const changes = compared.flatMap(({ key, section, one }) => {
    const old = new Map(before[key].map((part) => [part.code, JSON.stringify(part)]));
    const fresh = new Map((now[key] ?? []).map((part) => [part.code, part]));
    const added = [...fresh.keys()].filter((code) => !old.has(code));
    const gone = [...old.keys()].filter((code) => !fresh.has(code));
    return [
      ...(added.length > 0 ? [{ section, change: `${one} added: ${added.join(", ")}`, why: "recorded since" }] : []),
      ...(gone.length > 0
        ? [{ section, change: `${one} left out: ${gone.join(", ")}`, why: "not in this version" }]
        : []),
    ];
  });
  const asked = JSON.stringify(before.request.items) !== JSON.stringify(now.request?.items ?? []);
  return asked ? [...changes, { section: "2.4", change: "What is sought was changed", why: "redrafted" }] : changes;
}

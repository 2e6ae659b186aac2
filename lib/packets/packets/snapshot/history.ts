import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { spanText } from "../sections/words";
import type { Compared, ComparedList, Place } from "./compared";
import { comparedLists } from "./compared-lists";
import { comparedOnes } from "./compared-ones";
import type { Earlier } from "./read-case";
import { type PacketSnapshot, type PacketSnapshotInput, snapshotSchema } from "./snapshot";

type Change = PacketSnapshot["changes"][number];

/** Who holds earlier versions: by rank and unit, since the served part contains no name. */
export function holderParts(holders: Earlier["holders"], zone: string): Pick<PacketSnapshotInput, "holders"> {
  return {
    holders: holders.map((row) => ({
      version: row.version,
      holder: row.office,
      handedOver: formatDate(civilDate(row.deliveredAt, zone)),
      state: heldAs(row, zone),
    })),
  };
}

/** What is known of an earlier version after it left: paper reports nothing back. */
function heldAs({ how, openedAt, acknowledgedAt }: Earlier["holders"][number], zone: string): string {
  if (how === "paper") return "sent outside the portal";
  if (acknowledgedAt) return `acknowledged ${formatInstant(acknowledgedAt, zone)}`;
  return openedAt ? "opened, not acknowledged" : "not opened";
}

/**
 * The changes since the previous version, list by list: what was added, what was left out, and which fields of the rest
 * differ. What every build recreates (recomputed hashes, ledgers, dates) is not a change.
 */
export function changesBetween(before: PacketSnapshot, now: PacketSnapshotInput): Change[] {
  const next = snapshotSchema.parse(now);
  return [
    ...comparedLists.flatMap((list) => listChanges(list, before, next)),
    ...comparedOnes.flatMap((comparedOne): Change[] => {
      const old = comparedOne.of(before);
      const fresh = comparedOne.of(next);
      if (same(old, fresh)) return [];
      const verb = isNothing(old) ? "added" : isNothing(fresh) ? "taken out" : "changed";
      return [{ section: placeOf(comparedOne, next), change: `${comparedOne.what}: ${verb}`, why: comparedOne.why }];
    }),
  ].toSorted((a, b) => orderOf(a.section) - orderOf(b.section));
}

function listChanges(list: ComparedList, before: PacketSnapshot, next: PacketSnapshot): Change[] {
  const old = keyed(list.entries(before));
  const fresh = keyed(list.entries(next));
  const version = before.packet.version;
  const section = placeOf(list, next);
  const line = (change: string, why: string): Change => ({ section, change: `${list.many} ${change}`, why });
  const added = [...fresh].filter(([key]) => !old.has(key)).map(([, record]) => record);
  const there = (compared: Compared) => compared.since !== undefined && compared.since <= before.packet.builtAt;
  const known = added.filter(there).map((compared) => compared.name);
  const recorded = added.filter((compared) => !there(compared)).map((compared) => compared.name);
  const gone = [...old].filter(([key]) => !fresh.has(key)).map(([, record]) => record.name);
  return [
    ...(known.length > 0 ? [line(`added: ${named(known)}`, "were already there, now included")] : []),
    ...(recorded.length > 0
      ? [line(`added: ${named(recorded)}`, list.why ?? `recorded since version ${version}`)]
      : []),
    ...(gone.length > 0 ? [line(`left out: ${named(gone)}`, list.why ?? "not in this version")] : []),
    ...byFields(old, fresh).map(({ fields, names, why }) =>
      line(`changed: ${named(names)} (${fields})`, why ?? list.why ?? `changed since version ${version}`),
    ),
  ];
}

/** Entries that changed in the same fields share a line. */
function byFields(old: ReadonlyMap<string, Compared>, fresh: ReadonlyMap<string, Compared>) {
  const groups = new Map<string, { fields: string; names: string[]; why: string | null }>();
  for (const [key, record] of fresh) {
    const was = old.get(key);
    if (!was) continue;
    const fields = Object.keys(record.says).filter((field) => !same(record.says[field], was.says[field]));
    if (fields.length === 0) continue;
    const why = record.why && !same(record.why, was.why) ? record.why : null;
    const group = `${fields.join()} ${why}`;
    const known = groups.get(group) ?? { fields: fields.join(", "), names: [], why };
    groups.set(group, { ...known, names: [...known.names, record.name] });
  }
  return [...groups.values()];
}

/** Entries with the same key are distinguished by their order. */
function keyed(entries: readonly Compared[]): Map<string, Compared> {
  const all = new Map<string, Compared>();
  for (const entry of entries) {
    let key = entry.key;
    for (let again = 2; all.has(key); again++) key = `${entry.key} ${again}`;
    all.set(key, entry);
  }
  return all;
}

/** Codes are drawn together to spans; other names are listed whole. */
function named(names: readonly string[]): string {
  return names.every((name) => /^[A-Z]+-?\d+$/.test(name)) ? spanText(names) : names.join("; ");
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isNothing);
  return value === null || value === undefined || value === "";
}

/** Only the dossier has these numbers; in other kinds the words of the heading say where. */
function placeOf({ section, heading }: Place, { packet }: PacketSnapshot): string {
  return packet.kind === "mla_dossier" ? section : heading;
}

/** The brief or the cover first, then the core by number, then the schedules; sections of other kinds keep their order. */
function orderOf(section: string): number {
  if (section === "Cover" || section === "Brief") return 0;
  const [schedule] = /^[A-G](?=$|,)/.exec(section) ?? [];
  return schedule ? schedule.charCodeAt(0) : Number.parseFloat(section) || 1;
}

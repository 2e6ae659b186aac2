import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { acts, wordsOf } from "../sections/facts";
import { civilDate, isolated, sentence } from "../sections/words";
import type { PacketSnapshot, SnapshotIncident } from "../snapshot/snapshot";
import type { PacketFactsPart } from "../snapshot/snapshot-facts";

/** Our own rule: data of an act may be gone after this many days without preservation (M-23). */
const oldAfter = 90;

/** The facts frozen with the version; for an older snapshot without any, those derived from it. */
export function factsOf(snapshot: PacketSnapshot): PacketFactsPart {
  return snapshot.facts ?? computeFacts(snapshot);
}

export function computeFacts(snapshot: PacketSnapshot): PacketFactsPart {
  const preservation = snapshot.accounts.map(({ code }) => keepOf(snapshot, code));
  const held = new Set(preservation.flatMap((account) => (account.held ? [account.account] : [])));
  const first = acts(snapshot).find((incident) => !isHeld(held, incident));
  return {
    preservation,
    knowledge: knowledgeOf(snapshot),
    oldest: first ? { code: first.code, days: oldAfter, turnsOn: turnsOn(snapshot, first, oldAfter) } : null,
  };
}

/** The date in home time on which an act becomes this many days old. */
export function turnsOn({ zones }: PacketSnapshot, { at }: SnapshotIncident, days: number): CivilDate {
  return addDays(civilDate(at, zones.home), days);
}

export const isHeld = (held: ReadonlySet<string>, { account }: SnapshotIncident): boolean =>
  account !== null && held.has(account);

/** By the preservation record, otherwise by a number that was issued for the account and has not expired. */
function keepOf(snapshot: PacketSnapshot, account: string): PacketFactsPart["preservation"][number] {
  const today = civilDate(snapshot.packet.builtAt, snapshot.zones.home);
  const numbers = snapshot.references.filter(
    (reference) =>
      reference.type === "preservation" && reference.state === "issued" && reference.accounts.includes(account),
  );
  const kept = snapshot.kept.find((preservation) => preservation.account === account);
  const asked = snapshot.preservation?.rows.find((row) => row.account === account)?.sentOn ?? null;
  const lives = numbers.filter((value) => value.expiresOn === null || value.expiresOn >= today);
  const ends = lives.flatMap((live) => live.expiresOn ?? []).toSorted();
  return {
    account,
    held: kept !== undefined || lives.length > 0,
    askedOn: kept?.askedOn ?? asked,
    runsFrom: kept?.runsFrom ?? null,
    until: kept?.until ?? ends[0] ?? null,
    reference: kept?.reference ?? numbers.find((value) => value.number)?.code ?? null,
  };
}

function knowledgeOf({ incidents, events, law }: PacketSnapshot): PacketFactsPart["knowledge"] {
  const shown = incidents.flatMap((incident) =>
    incident.knowledge
      ? [
          {
            code: incident.code,
            at: incident.at,
            text: `${sentence(incident.knowledge)}: ${wordsOf(incident)}`,
            sources: incident.exhibits,
          },
        ]
      : [],
  );
  const told = events.flatMap((entry) =>
    entry.knowledge ? [{ code: entry.code, at: entry.at, text: entry.what, sources: entry.sources }] : [],
  );
  const recorded = [...shown, ...told];
  // What stands in a transcript alone counts too, by its exhibit.
  const written = (law?.knowledge ?? []).flatMap(({ kind, incident, exhibit, message, at, words }) =>
    message === null || !exhibit || !at || recorded.some(({ code }) => code === incident)
      ? []
      : [{ code: exhibit, at, text: `${sentence(kind)}: “${isolated(words ?? "")}”`, sources: [] }],
  );
  return [...recorded, ...written].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Accounts of which a provider preserves something on the date of this version. */
export function heldAccounts(snapshot: PacketSnapshot): Set<string> {
  return new Set(
    factsOf(snapshot).preservation.flatMap((preservation) => (preservation.held ? [preservation.account] : [])),
  );
}

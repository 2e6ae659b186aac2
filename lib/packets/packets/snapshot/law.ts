import { candidatesOf } from "@/lib/law/dual-criminality/rules";
import type { PacketWords } from "@/lib/law/jurisdictions/packet-word-types";
import { findOffence, isPickable, type Law, packetWordsFor, yearsAreRead } from "@/lib/law/jurisdictions/rules";
import type { Offence } from "@/lib/law/jurisdictions/types";
import { dayOf } from "../sections/words";
import { knowledgeParts, type Read } from "./knowledge";
import { contentWords, factsOf, type LawRow, lawRows } from "./law-rows";
import { numberOffences } from "./number-offences";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";

type Element = NonNullable<PacketSnapshotInput["pairs"]>[number]["elements"][number];

/** The law sources about an offence, by their numbers for this pair; its source in words where the pair has no words. */
function lawOf({ key, sources }: Offence, words: PacketWords | null): [string, ...string[]] {
  const [number, ...more] = words?.offenceLaw[key] ?? [];
  return number ? [number, ...more] : [sources[0]?.source ?? "case record"];
}

/**
 * Offences with maximum and commencement from the law data, the pairings with their element table, and the words of the
 * pair with a law source for each of them.
 */
export function lawParts(
  record: CaseRecord,
  read: Read,
  law: Law,
  zone = "UTC",
): Pick<PacketSnapshotInput, "charges" | "pairs" | "dropped" | "law" | "words"> {
  const named = record.charges.flatMap((row) => {
    const home = findOffence(row.homeOffence, law);
    return home ? [{ row, home, there: row.thereOffence ? findOffence(row.thereOffence, law) : null }] : [];
  });
  const ofPair = packetWordsFor(record.case.pair, law);
  const offences = named.flatMap(({ home, there }) => (there ? [home, there] : [home]));
  const words = ofPair && numberOffences(ofPair, offences);
  const once = named.filter(({ home }, i) => named.findIndex((other) => other.home.key === home.key) === i);
  const knowledge = knowledgeParts(record, read);
  const told = { record, read, knowledge, law };
  const paired = named
    .flatMap(({ row, home, there }) => (there ? [{ row, home, there }] : []))
    .map((pair, i) => ({ ...pair, code: `P-${i + 1}`, rows: lawRows(told, pair.row, `P-${i + 1}`) }));
  const considered = consideredParts(record, law);
  return {
    charges: once.map(({ home }) => ({
      provision: home.citation,
      maximum: home.maxPenalty,
      inForceFrom: home.inForceFrom,
      inForceUntil: home.inForceUntil,
      inForce: isPickable(home),
      commonLaw: home.commonLaw === true,
      note: home.note ?? null,
      sources: lawOf(home, words),
    })),
    pairs: paired.map(({ row, home, there, code, rows }) => ({
      code,
      home: { provision: home.citation, maximum: home.maxPenalty, charge: home.citation },
      other: {
        provision: there.citation,
        maximum: there.maxPenalty,
        maxYears: there.maxYears,
        yearsVerified: yearsAreRead(there),
        law: lawOf(there, words)[0],
        inForceFrom: there.inForceFrom,
        inForceUntil: there.inForceUntil,
        inForce: isPickable(there),
        commonLaw: there.commonLaw === true,
      },
      elements: rows.map((lawRow) => elementPart(lawRow, zone)),
      content: contentWords(record, row, law, rows),
    })),
    dropped: considered.map(({ citation, why }) => ({ provision: citation, reason: why, source: "case record" })),
    words,
    law: {
      rows: paired.flatMap(({ rows }) => rows),
      knowledge,
      considered,
      unconsidered: unconsideredParts(record, law),
    },
  };
}

function consideredParts(record: CaseRecord, law: Law) {
  return (record.case.considered ?? []).flatMap(({ offence: key, why }) => {
    const offence = findOffence(key, law);
    return offence ? [{ offence: offence.title, citation: offence.citation, why }] : [];
  });
}

/** Offences of both countries that the acts may reach, and that nobody named or set aside. */
function unconsideredParts(record: CaseRecord, law: Law) {
  const named = record.charges.flatMap(({ homeOffence, thereOffence }) => [homeOffence, thereOffence ?? ""]);
  const seen = [...named, ...(record.case.considered ?? []).map(({ offence }) => offence)];
  const open = candidatesOf(record.case.pair.split("-"), factsOf(record), seen, law);
  return open.map(({ offence, acts }) => ({ citation: offence.citation, acts }));
}

/** The same row for readers that know a pairing by its elements. */
function elementPart({ home, there, facts, note, gap }: LawRow, zone: string): Element {
  const shownBy = facts.flatMap(({ incident, account, exhibit, message }) => [
    ...(incident ? [incident] : message === null && account ? [account] : []),
    ...(exhibit?.split(", ") ?? []),
  ]);
  return {
    home: home?.text ?? "",
    other: there?.text ?? "",
    facts: [...facts.map((fact) => factWords(fact, zone)), note].filter(Boolean).join(" "),
    shownBy: [...new Set(shownBy)],
    gap: gap ? `${gap.text} Closed by: ${gap.closes}.` : "",
  };
}

function factWords({ incident, account, by, at, words, what }: LawRow["facts"][number], zone: string): string {
  const who = by === "client" ? "client" : account;
  const head = [incident, who, at && dayOf(at, zone)].filter(Boolean).join(", ");
  const said = words ? `“${words}”` : what;
  return [head && `${head}:`, said].filter(Boolean).join(" ");
}

type Snapshotted = Pick<PacketSnapshotInput, "law" | "incidents">;

/** The paragraph of the sworn statement beside each fact, from the act that it is of. */
export function withStatements<T extends Snapshotted>(input: T): T {
  if (!input.law) return input;
  const told = new Map(input.incidents?.map(({ code, statements = [] }) => [code, statements.join(", ") || null]));
  const stated = <F extends { incident: string | null }>(fact: F) => ({
    ...fact,
    statement: (fact.incident && told.get(fact.incident)) ?? null,
  });
  return {
    ...input,
    law: {
      ...input.law,
      rows: input.law.rows.map((row) => ({ ...row, facts: row.facts.map(stated) })),
      knowledge: input.law.knowledge.map(stated),
    },
  };
}

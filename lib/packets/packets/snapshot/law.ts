import type { PacketWords } from "@/lib/law/jurisdictions/packet-word-types";
import { findOffence, isPickable, type Law, packetWordsFor } from "@/lib/law/jurisdictions/rules";
import type { Offence } from "@/lib/law/jurisdictions/types";
import { formatDate } from "@/lib/platform/text/format";
import { contentWords, needParts } from "./needs";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { exhibitCode, exhibitsOf, incidentCode } from "./words";

type ChargeRow = CaseRecord["charges"][number];
type Element = NonNullable<PacketSnapshotInput["pairs"]>[number]["elements"][number];

/**
 * The law sources about an offence, by their numbers for this pair; without one, its source in words. Amendments by an
 * administrator since the release have their own source, in words, with mark and date.
 */
function lawOf(offence: Offence, words: PacketWords | null): [string, ...string[]] {
  const [first] = offence.sources;
  if (!first) return ["case record"];
  const house = findOffence(offence.key);
  const isReleased = !house || first.source === house.sources[0]?.source;
  const [number, ...more] = words?.offenceLaw[offence.key] ?? [];
  if (isReleased && number) return [number, ...more];
  return [`${first.source} (${first.marks.join(", ")}, checked ${formatDate(first.checkedOn)})`];
}

/** Offences with maximum and commencement from the law data, and the pairing, element by element. */
export function lawParts(
  record: CaseRecord,
  chosen: ReadonlySet<string>,
  law: Law,
): Pick<PacketSnapshotInput, "charges" | "pairs"> {
  const words = packetWordsFor(record.case.pair, law);
  const named = record.charges.flatMap((row) => {
    const home = findOffence(row.homeOffence, law);
    return home ? [{ row, home, there: row.thereOffence ? findOffence(row.thereOffence, law) : null }] : [];
  });
  const once = named.filter(({ home }, i) => named.findIndex((other) => other.home.key === home.key) === i);
  const paired = named.flatMap(({ row, home, there }) => (there ? [{ row, home, there }] : []));
  return {
    charges: once.map(({ home }) => ({
      provision: home.citation,
      maximum: home.maxPenalty,
      inForceFrom: home.inForceFrom,
      inForceUntil: home.inForceUntil,
      inForce: isPickable(home),
      commonLaw: (home as { commonLaw?: boolean }).commonLaw === true,
      note: home.note ?? null,
      sources: lawOf(home, words),
    })),
    pairs: paired.map(({ row, home, there }, i) => ({
      code: `P-${i + 1}`,
      home: { provision: home.citation, maximum: home.maxPenalty, charge: home.citation },
      other: {
        provision: there.citation,
        maximum: there.maxPenalty,
        maxYears: there.maxYears,
        yearsVerified: there.sources.some((source) => source.marks.some((mark) => mark === "V" || mark === "V2")),
        law: lawOf(there, words)[0],
        inForceFrom: there.inForceFrom,
        inForceUntil: there.inForceUntil,
        inForce: isPickable(there),
      },
      elements: [
        ...home.elements.map((text, no) => elementPart(record, row, { side: "home", no, text }, chosen)),
        ...there.elements.map((text, no) => elementPart(record, row, { side: "there", no, text }, chosen)),
        ...needParts(record, row, chosen, law),
      ],
      content: contentWords(record, row, law),
    })),
  };
}

const stayBehind = "The exhibits that show it do not travel with this packet.";

/**
 * One element of one law in a separate row: whether it equals an element of the other law is for the prosecutor to say.
 */
function elementPart(
  record: CaseRecord,
  row: ChargeRow,
  element: { side: "home" | "there"; no: number; text: string },
  chosen: ReadonlySet<string>,
): Element {
  const answer = row.elements.find((candidate) => candidate.side === element.side && candidate.element === element.no);
  const incidents = record.incidents.filter((incident) => answer?.incidentIds.includes(incident.id));
  const exhibits = record.exhibits.filter((exhibit) => answer?.exhibitIds?.includes(exhibit.id));
  const travelling = exhibits.filter((exhibit) => chosen.has(exhibit.id)).map(exhibitCode);
  const linked = incidents.flatMap((incident) => [incidentCode(incident), ...exhibitsOf(record, incident.id, chosen)]);
  const shownBy = [...linked, ...travelling];
  const note = answer?.note.trim() ?? "";
  return {
    home: element.side === "home" ? element.text : "",
    other: element.side === "there" ? element.text : "",
    facts: note || asRecorded(incidents.length, travelling.length),
    shownBy: [...new Set(shownBy)],
    gap: shownBy.length > 0 ? "" : exhibits.length > 0 ? stayBehind : "No fact is recorded for this element.",
  };
}

function asRecorded(incidents: number, exhibits: number): string {
  if (incidents > 0) return "As recorded in the incidents named.";
  return exhibits > 0 ? "As the exhibits named show." : "";
}

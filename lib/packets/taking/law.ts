import { findOffence } from "@/lib/jurisdictions/rules";
import type { Offence } from "@/lib/jurisdictions/types";
import type { PacketSnapshotInput } from "@/lib/packets/snapshot";
import type { CaseRecord } from "./read-case";
import { exhibitsOf, incidentCode } from "./words";

type ChargeRow = CaseRecord["charges"][number];
type Element = NonNullable<PacketSnapshotInput["pairs"]>[number]["elements"][number];

/** The number in Annex B that speaks of an offence; an offence without one names its source in words. */
const annexB: Record<string, string> = {
  "za-cca-15": "L7",
  "za-cca-16": "L10",
  "us-875c": "L12",
  "us-2261a2": "L13",
  "us-223h": "L14",
  "us-875d": "L15",
};

const lawOf = (offence: Offence): string => annexB[offence.key] ?? offence.sources[0]?.source ?? "case record";

/** Offences with maximum and commencement from the law data, and the pairing, element by element. */
export function lawParts(
  record: CaseRecord,
  chosen: ReadonlySet<string>,
): Pick<PacketSnapshotInput, "charges" | "pairs"> {
  const named = record.charges.flatMap((row) => {
    const home = findOffence(row.homeOffence);
    return home ? [{ row, home, there: row.thereOffence ? findOffence(row.thereOffence) : null }] : [];
  });
  const once = named.filter(({ home }, i) => named.findIndex((other) => other.home.key === home.key) === i);
  const paired = named.flatMap(({ row, home, there }) => (there ? [{ row, home, there }] : []));
  return {
    charges: once.map(({ home }) => ({
      provision: home.citation,
      maximum: home.maxPenalty,
      inForceFrom: home.inForceFrom,
      inForce: home.inForce !== "no",
      note: home.note ?? null,
      sources: [lawOf(home)],
    })),
    pairs: paired.map(({ row, home, there }, i) => ({
      code: `P-${i + 1}`,
      home: { provision: home.citation, maximum: home.maxPenalty, charge: home.citation },
      other: {
        provision: there.citation,
        maximum: there.maxPenalty,
        maxYears: there.maxYears,
        yearsVerified: there.sources.some((source) => source.marks.some((mark) => mark === "V" || mark === "V2")),
        law: lawOf(there),
      },
      elements: [
        ...home.elements.map((text, no) => elementPart(record, row, { side: "home", no, text }, chosen)),
        ...there.elements.map((text, no) => elementPart(record, row, { side: "there", no, text }, chosen)),
      ],
    })),
  };
}

/** One element of one law in a row of its own: that it equals an element of the other law is for the prosecutor. */
function elementPart(
  record: CaseRecord,
  row: ChargeRow,
  element: { side: "home" | "there"; no: number; text: string },
  chosen: ReadonlySet<string>,
): Element {
  const answer = row.elements.find((one) => one.side === element.side && one.element === element.no);
  const incidents = record.incidents.filter((one) => answer?.incidentIds.includes(one.id));
  const shownBy = incidents.flatMap((one) => [incidentCode(one), ...exhibitsOf(record, one.id, chosen)]);
  const note = answer?.note.trim() ?? "";
  return {
    home: element.side === "home" ? element.text : "",
    other: element.side === "there" ? element.text : "",
    facts: note || (incidents.length > 0 ? "As recorded in the incidents named." : ""),
    shownBy: [...new Set(shownBy)],
    gap: shownBy.length > 0 ? "" : "No fact is recorded for this element.",
  };
}

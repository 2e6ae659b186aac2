import { knowledgeShown } from "@/lib/casework/cases/labels";
import { pairingGaps } from "@/lib/law/dual-criminality/rules";
import type { CaseFacts, PairingLine } from "@/lib/law/dual-criminality/types";
import type { Law } from "@/lib/law/jurisdictions/rules";
import { civilDate } from "@/lib/platform/time/clock";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { exhibitCode, incidentCode } from "./words";

type ChargeRow = CaseRecord["charges"][number];
type Element = NonNullable<PacketSnapshotInput["pairs"]>[number]["elements"][number];

/** What the other country needs besides the elements of its offence, one row each, as on the case page. */
export function needParts(record: CaseRecord, row: ChargeRow, chosen: ReadonlySet<string>, law: Law): Element[] {
  const travelling = new Set(record.exhibits.filter((exhibit) => chosen.has(exhibit.id)).map(exhibitCode));
  return pairingOf(record, row, law)?.lines.map((line) => needPart(line, travelling)) ?? [];
}

/** Whether content can be requested on this pairing, in its own words. */
export function contentWords(record: CaseRecord, row: ChargeRow, law: Law): string[] {
  return pairingOf(record, row, law)?.content.map((statement) => statement.text) ?? [];
}

function pairingOf(record: CaseRecord, row: ChargeRow, law: Law) {
  return pairingGaps(record.case.pair, row, factsOf(record), law);
}

function needPart(line: PairingLine, travelling: ReadonlySet<string>): Element {
  const isMet = line.state === "met" || line.state === "judged";
  const shownBy = line.by.filter((code) => !code.startsWith("E-") || travelling.has(code));
  return {
    home: "",
    other: line.need,
    facts: isMet ? line.words : "",
    shownBy,
    gap: isMet ? noGap(shownBy) : line.state === "ask" ? unknown : gapWords(line.words),
  };
}

const unknown = "No record can tell; for the prosecutor to judge.";

/** What only the law shows, or a person stated, has no code. */
function noGap(shownBy: readonly string[]): string {
  return shownBy.length > 0 ? "" : "None noted.";
}

/** The gap without the case page's advice to the caseworker. */
function gapWords(words: string): string {
  const [first = ""] = words.split(/(?<=\.) /);
  return /^(Tie|Collect|Pair)\b/.test(first) ? "No fact is recorded for it." : first;
}

function factsOf(record: CaseRecord): CaseFacts {
  return {
    incidents: record.incidents.map((incident) => ({
      id: incident.id,
      kind: incident.kind,
      code: incidentCode(incident),
      nature: incident.nature,
      happenedAt: incident.happenedAt,
      day: civilDate(incident.happenedAt, incident.zone),
      isKnowledge: knowledgeShown(incident) !== null,
      knowledgeText: knowledgeShown(incident)?.toLowerCase() ?? null,
    })),
    exhibits: record.exhibits.map((exhibit) => ({ id: exhibit.id, code: exhibitCode(exhibit) })),
    isPreserved: record.preservations.some(
      (preservation) => preservation.acceptedOn !== null && preservation.refusedOn === null,
    ),
  };
}

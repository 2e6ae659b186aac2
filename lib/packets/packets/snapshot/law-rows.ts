import { knowledgeShown } from "@/lib/casework/cases/labels";
import { alignedRows, answersOf, isAboutContent, needsOf, offeredFor } from "@/lib/law/dual-criminality/rules";
import type { AlignedRow, CaseFacts, ElementOf, KeptAnswer } from "@/lib/law/dual-criminality/types";
import { type Law, pairingsOf } from "@/lib/law/jurisdictions/rules";
import type { Offence } from "@/lib/law/jurisdictions/types";
import { formatDate, plural } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { spanText, within } from "../sections/words";
import { effectParts, factOf, type Knowledge, type Read } from "./knowledge";
import type { CaseRecord } from "./read-case";
import type { SnapshotLaw } from "./snapshot";
import { accountCode, exhibitCode, incidentCode } from "./words";

type ChargeRow = CaseRecord["charges"][number];
export type LawRow = SnapshotLaw["rows"][number];
type Fact = LawRow["facts"][number];

export type Told = { record: CaseRecord; read: Read; knowledge: readonly Knowledge[]; law: Law };

/** The element table of one pairing: both countries in a row, and the words that show it. */
export function lawRows(told: Told, row: ChargeRow, pair: string): LawRow[] {
  const { record, law } = told;
  const answers = answersOf(record.case.pair, row, law);
  const facts = factsOf(record);
  const rows = alignedRows(record.case.pair, row, law).map((aligned) =>
    rowOf(told, row, { aligned, answers, facts, pair }),
  );
  return [...rows, accusedRow(told, row, pair)];
}

type At = { aligned: AlignedRow; answers: readonly KeptAnswer[]; facts: CaseFacts; pair: string };

function rowOf(told: Told, charge: ChargeRow, { aligned, answers, facts, pair }: At): LawRow {
  const { record, read, law } = told;
  const { chosen } = read;
  const mine = answers.filter((answer) => isOf(aligned, answer));
  const accepted = new Set(mine.flatMap((answer) => answer.incidentIds));
  const relied = inOrder(record.incidents.filter((incident) => accepted.has(incident.id)));
  const shown = record.exhibits.filter((exhibit) => mine.some((answer) => answer.exhibitIds.includes(exhibit.id)));
  const codes = new Map(record.incidents.map((incident) => [incident.id, incidentCode(incident)]));
  const declined = mine.flatMap((answer) => answer.declined).filter(({ incidentId }) => !accepted.has(incidentId));
  const offered = [...aligned.home, ...aligned.there].flatMap(({ offence }) => offeredFor(aligned, offence, facts));
  const known = wholeRecord(told, aligned);
  const shownAnyway = facts.incidents.filter(({ code }) => known.some((fact) => fact.incident === code));
  const decided = new Set([
    ...shownAnyway.map(({ id }) => id),
    ...accepted,
    ...declined.map(({ incidentId }) => incidentId),
  ]);
  const acts = relied.map((incident) => factOf(record, incident, read));
  const rest = acts.filter((act) => !known.some((fact) => fact.incident === act.incident));
  const named = new Set(acts.flatMap(({ exhibit }) => exhibit?.split(", ") ?? []));
  const alone = shown.filter((exhibit) => chosen.has(exhibit.id) && !named.has(exhibitCode(exhibit)));
  const all = inTime([...known, ...rest]).concat(alone.map(exhibitFact));
  const notes = [
    ...mine.map((answer) => answer.note.trim()),
    ...(aligned.bears === "knowledge" ? [afterwards(told)] : []),
  ];
  const computed = computedGaps(told, charge, aligned, { relied, pair: record.case.pair, law });
  const note = [...new Set(notes.filter(Boolean))].join(" ");
  const stays = shown.length > 0 && all.length === 0;
  return {
    pair,
    home: elementPart(aligned.home),
    there: therePart(aligned, citationOf(told, charge.thereOffence)),
    facts: all,
    declined: unique(declined.map(({ incidentId, why }) => ({ incident: codes.get(incidentId) ?? "", why }))),
    undecided: [...new Set(offered.filter(({ id }) => !decided.has(id)).map(({ code }) => code))],
    note,
    gap: gapOf(aligned, [
      ...(stays ? [stayBehind] : []),
      ...(all.length === 0 && !note && !stays && computed.length === 0 ? ["No fact on record shows it."] : []),
      ...computed,
    ]),
  };
}

/** What is argued from the whole record, whatever is linked: what the sender knew, and what the acts did to the client. */
function wholeRecord({ record, read, knowledge }: Told, { bears }: AlignedRow): Fact[] {
  if (bears === "knowledge") return knowledge.map(({ kind: _, ...fact }) => fact);
  return bears === "effect" ? effectParts(record, read) : [];
}

const stayBehind = "The exhibits that show it do not travel with this packet.";

function isOf(aligned: AlignedRow, { side, key }: KeptAnswer): boolean {
  if (side === "pair") return aligned.needs.some((need) => (need.key ?? need.there) === key);
  return aligned[side].some((element) => element.key === key);
}

const inOrder = <T extends { happenedAt: Date }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime());
const inTime = (all: readonly Fact[]): Fact[] =>
  all.toSorted((a, b) => Date.parse(a.at ?? "") - Date.parse(b.at ?? ""));

const unique = <T>(all: readonly T[]): T[] => [...new Map(all.map((item) => [JSON.stringify(item), item])).values()];

function exhibitFact(exhibit: CaseRecord["exhibits"][number]): Fact {
  return { ...noFact, what: exhibit.description ?? null, exhibit: exhibitCode(exhibit) };
}

const noFact: Fact = {
  incident: null,
  account: null,
  by: null,
  at: null,
  words: null,
  what: null,
  statement: null,
  exhibit: null,
  message: null,
};

function elementPart(elements: readonly ElementOf[]): LawRow["home"] {
  const [first] = elements;
  if (!first) return null;
  return {
    offence: first.offence.citation,
    element: elements.map(({ key }) => key).join(", "),
    text: asOne(elements.map(({ text }) => text)),
  };
}

/** A need stands with the elements of its offence: it says more exactly what that country asks. */
function therePart({ there, needs }: AlignedRow, citation: string): LawRow["there"] {
  const part = elementPart(there);
  const more = needs.map((need) => need.there);
  if (!part && more.length === 0) return null;
  return {
    offence: part?.offence ?? citation,
    element: [part?.element, ...needs.map((need) => need.key ?? "")].filter(Boolean).join(", "),
    text: asOne([...there.map(({ text }) => text), ...more]),
  };
}

const asOne = (texts: readonly string[]): string => texts.map((text, i) => (i === 0 ? text : within(text))).join("; ");

const citationOf = ({ law }: Told, key: string | null): string =>
  law.offences.find((offence) => offence.key === key)?.citation ?? "";

/** The acts that came after the first thing that the sender was told. */
function afterwards({ record, knowledge }: Told): string {
  const first = knowledge.find(({ by }) => by === "client")?.at ?? knowledge[0]?.at ?? null;
  if (first === null) return "";
  const later = record.incidents.filter(
    ({ kind, happenedAt }) => kind === "act" && happenedAt.getTime() > Date.parse(first),
  );
  return later.length > 0 ? `Acts after that: ${spanText(later.map(incidentCode))}.` : "";
}

/** What the record itself shows to be missing for the needs of a row. */
function computedGaps(
  { record, knowledge }: Told,
  charge: ChargeRow,
  aligned: AlignedRow,
  { relied, pair, law }: { relied: CaseRecord["incidents"]; pair: string; law: Law },
): string[] {
  const keys = aligned.there.map(({ key }) => key);
  const needs = needsOf(pair, charge, law).filter(
    (need) => aligned.needs.includes(need) || (need.element !== undefined && keys.includes(need.element)),
  );
  return needs
    .flatMap((need) => need.metBy)
    .flatMap((word): string[] => {
      const [name, value = ""] = word.split(":");
      const acts = relied.filter(({ kind }) => kind === "act");
      if (name === "knowledge" && knowledge.length === 0) return ["No fact on record shows what the sender knew."];
      if (name === "course_of_conduct" && acts.length < 2) return ["Fewer than two acts are relied on for it."];
      const isEarly = ({ happenedAt, zone }: (typeof acts)[number]) => civilDate(happenedAt, zone) < value;
      if (name === "act_from" && acts.length > 0 && acts.every(isEarly))
        return [`No act relied on is on or after ${formatDate(value)}.`];
      return record.incidents.length === 0 ? ["No act is recorded."] : [];
    });
}

function gapOf({ remains, closes }: AlignedRow, missing: readonly string[]): LawRow["gap"] {
  const all = [...new Set([...missing, ...(remains ? [`${remains}.`] : [])])];
  return all.length > 0 ? { text: all.join(" "), closes } : null;
}

/** That the accused did it is asked by both laws, and rests on who uses the accounts. */
function accusedRow(told: Told, charge: ChargeRow, pair: string): LawRow {
  const { record, read } = told;
  const linked = record.accounts.filter((account) => account.linkReason);
  return {
    pair,
    home: { offence: citationOf(told, charge.homeOffence), element: "accused", text: "The accused did it" },
    there: { offence: citationOf(told, charge.thereOffence), element: "accused", text: "The accused did it" },
    facts: linked.map((account) => ({
      ...noFact,
      account: accountCode(account),
      what: `${account.linkReason} (${account.confidence})`,
      exhibit:
        record.exhibits
          .filter((exhibit) => exhibit.accountId === account.id && read.chosen.has(exhibit.id))
          .map(exhibitCode)
          .join(", ") || null,
    })),
    declined: [],
    undecided: [],
    note: "",
    gap: {
      text: "Who uses the accounts is not proved by what the client holds.",
      closes: "subscriber and log-in records of the providers",
    },
  };
}

/** Whether content can be asked for on a pairing: what its law says, held against the maximum and the table above. */
export function contentWords(record: CaseRecord, charge: ChargeRow, law: Law, rows: readonly LawRow[]): string[] {
  const there = law.offences.find((offence) => offence.key === charge.thereOffence) ?? null;
  const stop = there && maximumStops(needsOf(record.case.pair, charge, law), there);
  if (stop) return [stop];
  const open = rows.filter(({ facts, note }) => facts.length === 0 && !note).length;
  const paired = pairingsOf(record.case.pair, charge.homeOffence, law).filter((row) =>
    row.there.includes(charge.thereOffence ?? ""),
  );
  const once = open > 0 ? `, once every element has a fact (${plural(open, "row")} without one)` : "";
  return paired.map((row) => {
    const about = row.homeNote && paired.length > 1 ? ` (${row.homeNote.toLowerCase()})` : "";
    return `${row.contentText}${about}${once}`;
  });
}

function maximumStops(needs: ReturnType<typeof needsOf>, there: Offence): string | null {
  const word = needs.filter(isAboutContent).flatMap((need) => need.metBy)[0];
  const over = Number(word?.split(":")[1] ?? Number.NaN);
  if (Number.isNaN(over)) return null;
  if (there.maxYears === null) return `Not before counsel has confirmed the maximum of ${there.citation}`;
  return there.maxYears > over ? null : `No: ${there.citation} does not carry more than ${plural(over, "year")}`;
}

export function factsOf(record: CaseRecord): CaseFacts {
  return {
    incidents: inOrder(record.incidents).map((incident) => ({
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

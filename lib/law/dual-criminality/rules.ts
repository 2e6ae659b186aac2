import {
  findOffence,
  houseLaw,
  inForceOn,
  isNameable,
  isPickable,
  type Law,
  pairingsOf,
} from "@/lib/law/jurisdictions/rules";
import type { DualCriminality, Offence, PairedElement, PairWarning, Side } from "@/lib/law/jurisdictions/types";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { formerKeys } from "./former-keys";
import type {
  AlignedRow,
  AnswerSide,
  Candidate,
  CaseFacts,
  ElementOf,
  IncidentFact,
  KeptAnswer,
  NamedPair,
  StoredAnswer,
  WarningView,
} from "./types";

type Offences = Pick<NamedPair, "homeOffence" | "thereOffence">;

/** The elements of an offence under their lasting keys; the place stands for a key where the law data has none. */
export function elementsOf(offence: Offence): ElementOf[] {
  return offence.elements.map((text, no) => ({ offence, key: offence.elementKeys[no] ?? String(no), text, no }));
}

export const needKey = (need: PairedElement): string => need.key ?? need.there;

export function offenceOf(charge: Offences, side: Side, law: Law = houseLaw): Offence | null {
  const key = side === "home" ? charge.homeOffence : charge.thereOffence;
  return key ? findOffence(key, law) : null;
}

/** The element that an answer speaks of; null when the offence has none such. */
export function findElement(charge: Offences, at: { side: Side; key: string }, law: Law = houseLaw): ElementOf | null {
  const offence = offenceOf(charge, at.side, law);
  return (offence && elementsOf(offence).find((element) => element.key === at.key)) ?? null;
}

/** The dual-criminality rows that contain a named pair. */
export function pairRows(pair: string, charge: Offences, law: Law = houseLaw): DualCriminality[] {
  return pairingsOf(pair, charge.homeOffence, law).filter((row) => row.there.includes(charge.thereOffence ?? ""));
}

/** The other country's requirements for a named pair, each once. */
export function needsOf(pair: string, charge: Offences, law: Law = houseLaw): PairedElement[] {
  const there = charge.thereOffence ?? "";
  const all = pairRows(pair, charge, law).flatMap((row) => row.elements);
  const mine = all.filter((need) => need.offences.length === 0 || need.offences.includes(there));
  return mine.filter((need, i) => mine.findIndex((other) => needKey(other) === needKey(need)) === i);
}

/** True where a need says again what an element of the offence there asks: it is answered at the element, once. */
export function isInElement(need: PairedElement, charge: Offences, law: Law = houseLaw): boolean {
  if (!need.element || need.metBy.some((word) => word !== "ask")) return false;
  return findElement(charge, { side: "there", key: need.element }, law) !== null;
}

/** What is about asking for content, and no part of the offence. */
export const isAboutContent = (need: PairedElement): boolean =>
  need.metBy.some((word) => word.startsWith("years_over"));

/** The answers of a charge by key, however they were stored. What speaks of nothing in the law data falls away. */
export function answersOf(pair: string, charge: NamedPair, law: Law = houseLaw): KeptAnswer[] {
  const needs = needsOf(pair, charge, law);
  const read = charge.elements.flatMap((stored) => {
    const place = placeOf(stored, charge, needs, law);
    return place ? [{ ...answerIn(stored), ...place }] : [];
  });
  const byPlace = new Map<string, KeptAnswer>();
  for (const answer of read) {
    const at = `${answer.side} ${answer.key}`;
    const same = byPlace.get(at);
    byPlace.set(at, same ? joined(same, answer) : answer);
  }
  return [...byPlace.values()];
}

/** What is stored and speaks of nothing in the law data of today: kept as it is, for the law of another day. */
export function unplaced(pair: string, charge: NamedPair, law: Law = houseLaw): StoredAnswer[] {
  const needs = needsOf(pair, charge, law);
  return charge.elements.filter((stored) => placeOf(stored, charge, needs, law) === null);
}

const answerIn = ({ incidentIds, exhibitIds = [], note, declined = [] }: StoredAnswer) => ({
  incidentIds,
  exhibitIds,
  note,
  declined,
});

function placeOf(
  stored: StoredAnswer,
  charge: Offences,
  needs: readonly PairedElement[],
  law: Law,
): { side: AnswerSide; key: string } | null {
  if (stored.side !== "pair") {
    const { side } = stored;
    const offence = side === "home" ? charge.homeOffence : charge.thereOffence;
    const key = stored.key ?? (offence ? formerKeys.elements[offence] : undefined)?.[stored.element ?? 0];
    const at = { side, key: key ?? String(stored.element ?? 0) };
    return findElement(charge, at, law) ? at : null;
  }
  const words = stored.need ?? "";
  const key = stored.key ?? formerKeys.needs[words] ?? words;
  const need = needs.find((candidate) => needKey(candidate) === key);
  if (!need) return null;
  return isInElement(need, charge, law) ? { side: "there", key: need.element ?? "" } : { side: "pair", key };
}

const joined = (a: KeptAnswer, b: KeptAnswer): KeptAnswer => ({
  ...a,
  incidentIds: [...new Set([...a.incidentIds, ...b.incidentIds])],
  exhibitIds: [...new Set([...a.exhibitIds, ...b.exhibitIds])],
  note: [...new Set([a.note, b.note].filter(Boolean))].join(" "),
  declined: [...a.declined, ...b.declined],
});

/** Without a row in the law data, whoever investigates is asked. */
const anybody = "the investigating officer";

/**
 * The element table of a named pair: the rows of the law data in their order, each element and need once, then what no row
 * names, alone.
 */
export function alignedRows(pair: string, charge: Offences, law: Law = houseLaw): AlignedRow[] {
  const home = offenceOf(charge, "home", law);
  const there = offenceOf(charge, "there", law);
  const left = {
    home: home ? elementsOf(home) : [],
    there: there ? elementsOf(there) : [],
    needs: needsOf(pair, charge, law).filter((need) => !isAboutContent(need) && !isElements(need, charge, law)),
  };
  const keyOf = (element: ElementOf) => element.key;
  const rows = pairRows(pair, charge, law).flatMap((row) =>
    row.answers.flatMap((answering): AlignedRow[] => {
      const { only, remains = null, bears, closes } = answering;
      if (only.length > 0 && !only.some((key) => key === home?.key || key === there?.key)) return [];
      const taken = {
        home: takeOut(left.home, answering.home, keyOf),
        there: takeOut(left.there, answering.there, keyOf),
        needs: takeOut(left.needs, answering.needs, needKey),
      };
      const isEmpty = taken.home.length + taken.there.length + taken.needs.length === 0;
      return isEmpty ? [] : [{ ...taken, bears, remains, closes }];
    }),
  );
  const alone = { home: [], there: [], needs: [], bears: "acts", remains: null, closes: anybody } as const;
  const rest: AlignedRow[] = [
    ...left.home.map((element) => ({ ...alone, home: [element], there: [], needs: [] })),
    ...left.there.map((element) => ({ ...alone, home: [], there: [element], needs: [] })),
    ...left.needs.map((need) => ({ ...alone, home: [], there: [], needs: [need] })),
  ];
  return [...rows, ...rest];
}

/** Those of these keys, in the order of the keys; they are taken out of the list. */
function takeOut<T>(from: T[], keys: readonly string[], keyOf: (item: T) => string): T[] {
  const taken = keys.flatMap((key) => from.filter((item) => keyOf(item) === key));
  for (const item of taken) from.splice(from.indexOf(item), 1);
  return taken;
}

/** A need that explains an element stands in the row of that element, and not beside it. */
const isElements = (need: PairedElement, charge: Offences, law: Law): boolean =>
  need.element !== undefined && findElement(charge, { side: "there", key: need.element }, law) !== null;

/** What may bear on one element of a row: acts that its law reaches, or what shows knowledge or effect. */
export function offeredFor(
  row: AlignedRow,
  offence: Offence | null,
  facts: Pick<CaseFacts, "incidents">,
): IncidentFact[] {
  const natures = [...row.home, ...row.there].flatMap((element) => element.offence.reached?.natures ?? []);
  const isReached = ({ nature }: IncidentFact) => natures.length === 0 || natures.includes(nature);
  return facts.incidents.filter((incident) => {
    const isAct = incident.kind === "act";
    if (isAct && offence && !inForceOn(offence, incident.day)) return false;
    if (row.bears === "record") return false;
    if (row.bears === "knowledge") return incident.isKnowledge;
    if (row.bears === "all_acts") return isAct;
    return isAct ? isReached(incident) : row.bears === "effect" && incident.nature === "effect";
  });
}

export const codesOf = (all: readonly { code: string }[]): string[] => all.map((record) => record.code);

/** What weakens a request, derived from the acts; each names the acts that cause it and what to do about it. */
export function caseWarnings(
  warnings: readonly PairWarning[],
  facts: CaseFacts,
  named: readonly string[],
  today: CivilDate,
): WarningView[] {
  const acts = facts.incidents.filter((incident) => incident.kind === "act");
  if (acts.length === 0) return [];
  return warnings.flatMap(({ key, when, text, todo, sources }) => {
    const by = applies(when, acts, facts.isPreserved, named, today);
    return by ? [{ key, text, todo, sources, by: codesOf(by) }] : [];
  });
}

/** The acts that make a warning apply; null when it does not. */
function applies(
  when: PairWarning["when"],
  acts: readonly IncidentFact[],
  isPreserved: boolean,
  named: readonly string[],
  today: CivilDate,
): readonly IncidentFact[] | null {
  if (when.is === "single_act") return acts.length === 1 ? acts : null;
  if (when.is === "only_acts") return acts.every((act) => when.natures.includes(act.nature)) ? acts : null;
  if (when.is === "no_acts") return acts.some((act) => when.natures.includes(act.nature)) ? null : acts;
  const early =
    when.is === "act_before"
      ? acts.filter((act) => act.day < when.day && when.offences.some((key) => named.includes(key)))
      : acts.filter((act) => act.day < addDays(today, -when.days) && !isPreserved);
  return early.length > 0 ? early : null;
}

/**
 * The offences of both countries that the acts may reach, without those that were named or considered: nobody has looked
 * at them yet.
 * @param countries the codes of the two
 */
export function candidatesOf(
  countries: readonly string[],
  facts: Pick<CaseFacts, "incidents">,
  seen: readonly string[],
  law: Law = houseLaw,
): Candidate[] {
  const open = law.offences.filter(
    (offence) => countries.includes(offence.jurisdiction) && isOffered(offence) && !isSeen(offence, seen, law),
  );
  return open.flatMap((offence) => {
    const { natures, acts: least } = offence.reached ?? { natures: [], acts: 1 };
    const acts = facts.incidents.filter(
      ({ kind, nature, day }) => kind === "act" && natures.includes(nature) && inForceOn(offence, day),
    );
    return acts.length >= least ? [{ offence, acts: codesOf(acts) }] : [];
  });
}

const isOffered = (offence: Offence) => isPickable(offence) && isNameable(offence);

/** Named itself, or by an older name that it took the place of. */
function isSeen({ key }: Offence, seen: readonly string[], law: Law): boolean {
  return seen.some((other) => other === key || findOffence(other, law)?.replacedBy.includes(key));
}

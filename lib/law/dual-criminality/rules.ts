import { findOffence, houseLaw, type Law, pairingsOf } from "@/lib/law/jurisdictions/rules";
import type { DualCriminality, PairedElement, PairWarning, Side } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import type { CaseFacts, IncidentFact, NamedPair, PairingLine, PairingView, WarningView } from "./types";

/** Which element an answer speaks of, in words; null when the offence has none such. */
export function elementText(
  charge: Pick<NamedPair, "homeOffence" | "thereOffence">,
  at: { side: Side; element: number },
  law: Law = houseLaw,
): string | null {
  const key = at.side === "home" ? charge.homeOffence : charge.thereOffence;
  return (key && findOffence(key, law)?.elements[at.element]) || null;
}

/** The dual-criminality rows that contain a named pair. */
function rowsOf(pair: string, charge: NamedPair, law: Law): DualCriminality[] {
  return pairingsOf(pair, charge.homeOffence, law).filter((row) => row.there.includes(charge.thereOffence ?? ""));
}

/** The other country's requirements for a named pair, each once. */
export function needsOf(pair: string, charge: NamedPair, law: Law = houseLaw): PairedElement[] {
  const there = charge.thereOffence ?? "";
  const all = rowsOf(pair, charge, law).flatMap((row) => row.elements);
  const mine = all.filter((need) => need.offences.length === 0 || need.offences.includes(there));
  return mine.filter((need, i) => mine.findIndex((other) => other.there === need.there) === i);
}

/**
 * Each requirement of the other country: met by the record, judged by a person, missing, or to be judged. Nothing is
 * guessed: where no record can tell, a person is asked.
 * @returns null if no offence of the other country is named
 */
export function pairingGaps(
  pair: string,
  charge: NamedPair,
  facts: CaseFacts,
  law: Law = houseLaw,
): PairingView | null {
  if (!charge.thereOffence) return null;
  const rows = rowsOf(pair, charge, law);
  return {
    about: rows.flatMap((row) => row.homeNote ?? []),
    lines: needsOf(pair, charge, law).map((need) => lineOf(need, charge, facts, law)),
    content: rows.map((row) => ({
      text: row.homeNote && rows.length > 1 ? `${row.contentText} (${row.homeNote.toLowerCase()})` : row.contentText,
      sources: row.sources,
    })),
  };
}

type Judgement = { state: PairingLine["state"]; words: string; by: string[] };

/** A need holds when all its words hold; one that is missing goes before one that waits for a person. */
function lineOf(need: PairedElement, charge: NamedPair, facts: CaseFacts, law: Law): PairingLine {
  const pairAnswer = charge.elements.find((element) => element.side === "pair" && element.need === need.there);
  const answer = {
    incidentIds: pairAnswer?.incidentIds ?? [],
    exhibitIds: pairAnswer?.exhibitIds ?? [],
    note: pairAnswer?.note ?? "",
  };
  const all = need.metBy.map((word) => judge(word, charge, facts, law, answer));
  const worst = (["gap", "ask", "judged", "met"] as const).find((state) =>
    all.some((judgement) => judgement.state === state),
  );
  const telling = all.filter((judgement) => judgement.state === worst);
  return {
    need: need.there,
    state: worst ?? "ask",
    words: telling.map((judgement) => judgement.words).join(" "),
    by: [...new Set(telling.flatMap((judgement) => judgement.by))],
    answer,
    sources: need.sources,
  };
}

function judge(word: string, charge: NamedPair, facts: CaseFacts, law: Law, answer: PairingLine["answer"]): Judgement {
  const [name, value = ""] = word.split(":");
  const linked = new Set(charge.elements.flatMap((element) => element.incidentIds));
  const acts = facts.incidents.filter((incident) => incident.kind === "act" && linked.has(incident.id));
  if (name === "knowledge") return judgeKnowledge(acts, facts.incidents);
  if (name === "course_of_conduct") return judgeCourse(acts);
  if (name === "act_from") {
    const late = codesOf(acts.filter((act) => act.day >= value));
    if (late.length > 0)
      return { state: "met", words: t("On or after {value}.", { value: formatDate(value) }), by: late };
    return gap(t("No act linked to this offence is on or after {value}.", { value: formatDate(value) }));
  }
  if (name === "home_element") return judgeHomeElement(Number(value), charge, facts, law);
  if (name === "years_over") return judgeYears(Number(value), charge, law);
  const by = [
    ...codesOf(facts.incidents.filter((incident) => answer.incidentIds.includes(incident.id))),
    ...codesOf(facts.exhibits.filter((exhibit) => answer.exhibitIds.includes(exhibit.id))),
  ];
  if (by.length > 0 || answer.note) {
    return { state: "judged", words: answer.note || t("A person linked this evidence to it."), by };
  }
  return {
    state: "ask",
    words: t("The records alone cannot show this. Link evidence that shows it, or say why it is met."),
    by: [],
  };
}

const gap = (words: string): Judgement => ({ state: "gap", words, by: [] });
const codesOf = (all: readonly { code: string }[]) => all.map((record) => record.code);

/** What the sender knew counts from the moment of the fact, so an act must follow it or show it. */
function judgeKnowledge(acts: readonly IncidentFact[], all: readonly IncidentFact[]): Judgement {
  const known = all.filter((incident) => incident.isKnowledge);
  if (known.length === 0) {
    return gap(
      t(
        "Nothing recorded shows what the sender knew. Collect it: told to stop, blocked, an answer that shows it, a new account after a block.",
      ),
    );
  }
  if (acts.length === 0) return gap(t("Link the acts to the elements first."));
  const before = known.filter((incident) => acts.some((act) => act.happenedAt >= incident.happenedAt));
  if (before.length === 0) {
    return gap(
      t("{value} came after every linked act. Link a later act, or log one.", { value: codesOf(known).join(", ") }),
    );
  }
  const words = before.map((incident) => `${incident.code}: ${incident.knowledgeText ?? "shows knowledge"}`).join("; ");
  return { state: "met", words: `${words}.`, by: codesOf(before) };
}

function judgeCourse(acts: readonly IncidentFact[]): Judgement {
  if (acts.length >= 2)
    return {
      state: "met",
      words: t("{acts} against the client.", { acts: plural(acts.length, "act") }),
      by: codesOf(acts),
    };
  const so = acts.length === 0 ? t("No act is linked yet") : t("Only {code} is linked", { code: acts[0]?.code });
  return gap(t("{so}; two or more are needed. Link the other acts to the elements, or log them.", { so }));
}

function judgeHomeElement(at: number, charge: NamedPair, facts: CaseFacts, law: Law): Judgement {
  const answer = charge.elements.find((element) => element.side === "home" && element.element === at);
  const by = [
    ...codesOf(facts.incidents.filter((incident) => answer?.incidentIds.includes(incident.id))),
    ...codesOf(facts.exhibits.filter((exhibit) => answer?.exhibitIds?.includes(exhibit.id))),
  ];
  const text = elementText(charge, { side: "home", element: at }, law) ?? "";
  if (by.length > 0)
    return { state: "met", words: t("Met by element {value} of the home offence.", { value: at + 1 }), by };
  return gap(t("Link evidence to element {value} at home first: {text}.", { value: at + 1, text }));
}

function judgeYears(over: number, charge: NamedPair, law: Law): Judgement {
  const there = charge.thereOffence ? findOffence(charge.thereOffence, law) : null;
  const needs = t("more than {over}", { over: plural(over, "year") });
  if (there?.maxYears === null || there === null) {
    return {
      state: "ask",
      words: t("Its maximum is not known here. Have counsel say whether it is {needs}.", { needs }),
      by: [],
    };
  }
  if (there.maxYears > over) return { state: "met", words: `${there.maxPenalty}.`, by: [] };
  return gap(
    t("{maxPenalty}: not {needs}. Choose an offence in the other country that is, or do not ask for content.", {
      maxPenalty: there.maxPenalty,
      needs,
    }),
  );
}

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

import { findOffence, houseLaw, type Law } from "@/lib/law/jurisdictions/rules";
import type { PairedElement } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";
import { answersOf, codesOf, elementsOf, isInElement, needKey, needsOf, offenceOf, pairRows } from "./rules";
import type { CaseFacts, IncidentFact, KeptAnswer, NamedPair, PairingLine, PairingView } from "./types";

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
  const rows = pairRows(pair, charge, law);
  const at = { charge, facts, law, answers: answersOf(pair, charge, law) };
  const own = needsOf(pair, charge, law).filter((need) => !isInElement(need, charge, law));
  return {
    about: rows.flatMap((row) => row.homeNote ?? []),
    lines: own.map((need) => lineOf(need, at)),
    content: rows.map((row) => ({
      text: row.homeNote && rows.length > 1 ? `${row.contentText} (${row.homeNote.toLowerCase()})` : row.contentText,
      sources: row.sources,
    })),
  };
}

type Judgement = { state: PairingLine["state"]; words: string; by: string[] };
type At = { charge: NamedPair; facts: CaseFacts; law: Law; answers: readonly KeptAnswer[] };

/** A need holds when all its words hold; one that is missing goes before one that waits for a person. */
function lineOf(need: PairedElement, at: At): PairingLine {
  const kept = at.answers.find((answer) => answer.side === "pair" && answer.key === needKey(need));
  const answer = {
    incidentIds: kept?.incidentIds ?? [],
    exhibitIds: kept?.exhibitIds ?? [],
    note: kept?.note ?? "",
  };
  const all = need.metBy.map((word) => judge(word, at, answer));
  const worst = (["gap", "ask", "judged", "met"] as const).find((state) =>
    all.some((judgement) => judgement.state === state),
  );
  const telling = all.filter((judgement) => judgement.state === worst);
  return {
    key: needKey(need),
    need: need.there,
    state: worst ?? "ask",
    words: telling.map((judgement) => judgement.words).join(" "),
    by: [...new Set(telling.flatMap((judgement) => judgement.by))],
    answer,
    sources: need.sources,
  };
}

function judge(word: string, { charge, facts, law, answers }: At, answer: PairingLine["answer"]): Judgement {
  const [name, value = ""] = word.split(":");
  const linked = new Set(answers.flatMap((element) => element.incidentIds));
  const acts = facts.incidents.filter((incident) => incident.kind === "act" && linked.has(incident.id));
  if (name === "knowledge") return judgeKnowledge(facts.incidents);
  if (name === "course_of_conduct") return judgeCourse(acts);
  if (name === "act_from") {
    const late = codesOf(acts.filter((act) => act.day >= value));
    if (late.length > 0)
      return { state: "met", words: t("On or after {value}.", { value: formatDate(value) }), by: late };
    return gap(t("No act linked to this offence is on or after {value}.", { value: formatDate(value) }));
  }
  if (name === "home_element") return judgeHomeElement(value, { charge, facts, law, answers });
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

/**
 * Argued from the whole record, whatever is linked: what the sender knew counts from the moment of the fact, so an act must
 * follow it or show it.
 */
function judgeKnowledge(all: readonly IncidentFact[]): Judgement {
  const known = all.filter((incident) => incident.isKnowledge);
  if (known.length === 0) {
    return gap(
      t(
        "Nothing recorded shows what the sender knew. Collect it: told to stop, blocked, an answer that shows it, a new account after a block.",
      ),
    );
  }
  const acts = all.filter((incident) => incident.kind === "act");
  const before = known.filter((incident) => acts.some((act) => act.happenedAt >= incident.happenedAt));
  if (before.length === 0) {
    return gap(
      t("No act is recorded after {value}. Log what came later, if anything did.", {
        value: codesOf(known).join(", "),
      }),
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

/** By the key of the element, or by its place counted from 0. */
function judgeHomeElement(name: string, { charge, facts, law, answers }: At): Judgement {
  const home = offenceOf(charge, "home", law);
  const elements = home ? elementsOf(home) : [];
  const element = elements.find(({ key, no }) => key === name || String(no) === name);
  const answer = answers.find((candidate) => candidate.side === "home" && candidate.key === element?.key);
  const by = [
    ...codesOf(facts.incidents.filter((incident) => answer?.incidentIds.includes(incident.id))),
    ...codesOf(facts.exhibits.filter((exhibit) => answer?.exhibitIds.includes(exhibit.id))),
  ];
  const value = (element?.no ?? 0) + 1;
  const text = element?.text ?? "";
  if (by.length > 0) return { state: "met", words: t("Met by element {value} of the home offence.", { value }), by };
  return gap(t("Link evidence to element {value} at home first: {text}.", { value, text }));
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

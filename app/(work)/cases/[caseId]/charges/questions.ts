import type { Route } from "next";
import type { ChargeView } from "@/lib/casework/charges/types";

/** One element of an offence, or one need of the other country that a person judges. */
export type Question = {
  /** `home-0`, `there-2`, `pair-1`: names it in an address. */
  part: string;
  legend: string;
  hidden: Record<string, string | number>;
  incidentIds: readonly string[];
  exhibitIds: readonly string[];
  note: string | undefined;
};

/** Where the form of one question is drawn; of the first that is open, when none is named. */
export function tieHref(caseId: string, number: number, part = ""): Route {
  const asked = part && `&part=${part}`;
  return `/cases/${caseId}/charges?tie=${number}${asked}#tie-${number}` as Route;
}

/** What can be answered of an offence, in the order of the page. */
export function questionsOf(charge: ChargeView, sides: { home: string; there: string }): Question[] {
  const elements = charge.elements.map((one) => ({
    part: `${one.side}-${one.element}`,
    legend: `${sides[one.side]}, element ${one.element + 1}: ${one.text}`,
    hidden: { side: one.side, element: one.element },
    incidentIds: one.incidentIds,
    exhibitIds: one.exhibitIds,
    note: one.note ?? undefined,
  }));
  const asked = charge.pairing?.lines.filter((line) => line.state === "ask" || line.state === "judged") ?? [];
  const needs = asked.map(({ need, answer }, at) => ({
    part: `pair-${at}`,
    legend: `Needed there: ${need}`,
    hidden: { side: "pair", need },
    incidentIds: answer.incidentIds,
    exhibitIds: answer.exhibitIds,
    note: answer.note || undefined,
  }));
  return [...elements, ...needs];
}

const isOpen = (one: Question) => one.incidentIds.length + one.exhibitIds.length === 0 && !one.note;

/** The question that an address names; else the first that nothing answers yet, else the first. */
export function askedOf(questions: readonly Question[], part: unknown): Question | undefined {
  return questions.find((one) => one.part === part) ?? questions.find(isOpen) ?? questions[0];
}

/** The next one that nothing answers yet, from this one on and round; undefined when none is left. */
export function nextOpen(questions: readonly Question[], part: string): Question | undefined {
  const at = questions.findIndex((one) => one.part === part);
  return [...questions.slice(at + 1), ...questions.slice(0, Math.max(at, 0))].find(isOpen);
}

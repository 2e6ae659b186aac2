import type { Route } from "next";
import type { ChargeView, ElementView } from "@/lib/casework/charges/types";
import { t } from "@/lib/platform/language/translate";

/** One element of an offence, or one need of the other country that a person judges. */
export type Question = {
  /** `home-threat`, `there-mind`, `pair-1`: names it in an address. */
  part: string;
  legend: string;
  hidden: Record<string, string | number>;
  incidentIds: readonly string[];
  exhibitIds: readonly string[];
  note: string | undefined;
  /** Acts that may bear on it: nobody decided about these, or somebody said why not. */
  offered: ElementView["offered"];
  declined: ElementView["declined"];
};

/** Where the form of one question is rendered; of the first that is open, when none is named. */
export function linkHref(caseId: string, number: number, part = ""): Route {
  const asked = part && `&part=${part}`;
  return `/cases/${caseId}/charges?tie=${number}${asked}#tie-${number}` as Route;
}

export const partOf = ({ side, key }: Pick<ElementView, "side" | "key">): string => `${side}-${key}`;

/** What can be answered of an offence, in the order of the page. */
export function questionsOf(charge: ChargeView, sides: { home: string; there: string }): Question[] {
  const elements = charge.elements.map((element) => ({
    part: partOf(element),
    legend: t("{sides}, element {value}: {text}", {
      sides: sides[element.side],
      value: element.element + 1,
      text: element.text,
    }),
    hidden: { side: element.side, key: element.key },
    incidentIds: element.incidentIds,
    exhibitIds: element.exhibitIds,
    note: element.note ?? undefined,
    offered: element.offered,
    declined: element.declined,
  }));
  const asked = charge.pairing?.lines.filter((line) => line.state === "ask" || line.state === "judged") ?? [];
  const needs = asked.map(({ key, need, answer }, at) => ({
    part: `pair-${at}`,
    legend: t("Needed there: {need}", { need }),
    hidden: { side: "pair", key },
    incidentIds: answer.incidentIds,
    exhibitIds: answer.exhibitIds,
    note: answer.note || undefined,
    offered: [],
    declined: [],
  }));
  return [...elements, ...needs];
}

const isOpen = (question: Question) => question.incidentIds.length + question.exhibitIds.length === 0 && !question.note;

/** The question that an address names; else the first that nothing answers yet, else the first. */
export function askedOf(questions: readonly Question[], part: unknown): Question | undefined {
  return questions.find((question) => question.part === part) ?? questions.find(isOpen) ?? questions[0];
}

/** The next one that nothing answers yet, from this one on and round; undefined when none is left. */
export function nextOpen(questions: readonly Question[], part: string): Question | undefined {
  const at = questions.findIndex((question) => question.part === part);
  return [...questions.slice(at + 1), ...questions.slice(0, Math.max(at, 0))].find(isOpen);
}

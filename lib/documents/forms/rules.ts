import { t } from "@/lib/platform/language/translate";
import type { FormField, FormPage } from "@/lib/platform/sandbox/form-types";
import type { FilledBody, FilledEntry, Place, Question } from "./types";

const MM = 72 / 25.4;

/** `F-01` */
export const filledCode = (number: number): string => `F-${String(number).padStart(2, "0")}`;

/** A form is offered once somebody described it and put at least one thing on it. */
export const isOffered = (form: { body: string; name: string; retiredAt: Date | null }, places: readonly Place[]) =>
  form.body !== "" && form.name !== "" && form.retiredAt === null && places.some(({ origin }) => origin !== "hand");

/** The places of a form as they are edited: what was saved, and each field of the file that has no entry yet. */
export function allPlaces(fields: readonly FormField[], saved: readonly Place[]): Place[] {
  const seen = new Set<string>();
  const ofFields = fields.flatMap((field) => {
    const key = keyOf({ field: field.name, option: field.option });
    if (seen.has(key)) return [];
    seen.add(key);
    return [saved.find((place) => place.field !== null && keyOf(place) === key) ?? emptyPlace(field)];
  });
  return [...ofFields, ...saved.filter(({ field }) => field === null)];
}

const keyOf = ({ field, option }: Pick<Place, "field" | "option">): string => JSON.stringify([field, option]);

function emptyPlace({ name, label, kind, option, multiline }: FormField): Place {
  const words = label ?? name;
  return {
    field: name,
    option,
    box: null,
    kind: kind === "text" ? "text" : "tick",
    label: (option ? `${words}: ${option}` : words).slice(0, 120),
    origin: "hand",
    fact: null,
    words: null,
    answer: null,
    size: 10,
    multiline,
  };
}

type Form = { pages: readonly FormPage[]; fields: readonly FormField[] };

/** What is wrong with a mapping, by the field of the editor: `places.3.words`. Empty when nothing is. */
export function problemsOf(
  places: readonly (Place | null)[],
  form: Form,
  facts: ReadonlySet<string>,
): Record<string, string> {
  const problems: Record<string, string> = {};
  places.forEach((place, at) => {
    if (!place) return;
    const say = (field: string, message: string) => {
      problems[`places.${at}.${field}`] ??= message;
    };
    if (place.field !== null && boxesOf(place, form).length === 0) say("origin", t("This form has no such field."));
    if (place.origin === "fact" && !facts.has(place.fact ?? "")) say("origin", t("Choose what goes here."));
    if (place.origin === "fact" && place.kind === "tick") {
      say("origin", t("A box is ticked always, by an answer, or by hand. Choose one of these."));
    }
    if (place.origin === "fixed" && place.kind === "text" && !place.words)
      say("words", t("Type what is always written."));
    if (place.origin === "asked" && !place.words) say("words", t("Type the question for whoever fills the form."));
    if (place.origin === "asked" && place.kind === "tick" && !place.answer) {
      say("answer", t("Type the answer with which this box is ticked."));
    }
    for (const [field, message] of boxProblems(place, form)) say(field, message);
  });
  return problems;
}

function boxProblems({ field, box }: Place, { pages }: Form): [string, string][] {
  if (field !== null || box === null) return [];
  const page = pages[box.page - 1];
  if (!page) return [["page", t("This form has {pages} pages.", { pages: pages.length })]];
  const width = page.width / MM;
  const height = page.height / MM;
  if (box.x + box.w > width + 0.5) {
    return [["w", t("This goes over the edge of the page, which is {width} mm wide.", { width: Math.round(width) })]];
  }
  if (box.y + box.h > height + 0.5) {
    return [
      ["h", t("This goes over the edge of the page, which is {height} mm high.", { height: Math.round(height) })],
    ];
  }
  return [];
}

type Rect = { page: number; x: number; y: number; w: number; h: number };

/** Where a place is, in points from the upper left corner of its page. A field may have several. */
export function boxesOf({ field, option, box }: Place, { fields }: Form): Rect[] {
  if (field !== null) return fields.filter((one) => one.name === field && one.option === option);
  return box ? [{ page: box.page, x: box.x * MM, y: box.y * MM, w: box.w * MM, h: box.h * MM }] : [];
}

/** What is asked of whoever fills the form, each once, in the order of the form. */
export function questionsOf(places: readonly Place[]): Question[] {
  const asked = new Map<string, Question>();
  for (const { origin, words, answer, kind } of places) {
    if (origin !== "asked" || !words) continue;
    const known = asked.get(words) ?? { question: words, answers: null };
    asked.set(words, known);
    if (kind !== "tick" || !answer) continue;
    if (!known.answers?.includes(answer)) known.answers = [...(known.answers ?? []), answer];
  }
  return [...asked.values()];
}

/** The facts that a mapping needs, each once. */
export const factsOf = (places: readonly Place[]): string[] => [
  ...new Set(places.flatMap(({ origin, fact }) => (origin === "fact" && fact ? [fact] : []))),
];

type Known = { facts: Readonly<Record<string, string | null>>; answers: Readonly<Record<string, string | undefined>> };

/** Puts what is known on the places of a form. What is not known stays empty and is named; nothing is guessed. */
export function fillPlaces(places: readonly Place[], form: Form, { facts, answers }: Known): FilledBody {
  const filled: FilledBody = { entries: [], ticks: [], emptied: [], missing: [], byHand: [] };
  for (const place of places) {
    const { label, origin, kind, words, answer, fact } = place;
    if (origin === "hand") filled.byHand.push(label);
    else if (kind === "tick") {
      const given = origin === "asked" ? answers[words ?? ""] : null;
      if (origin === "asked" && !given) filled.missing.push(words ?? label);
      else if (origin === "fixed" || given === answer) tick(filled, place, form);
    } else {
      const text = origin === "fixed" ? words : origin === "asked" ? answers[words ?? ""] : facts[fact ?? ""];
      if (!text?.trim()) filled.missing.push(label);
      else write(filled, place, form, text.trim());
    }
  }
  return { ...filled, missing: [...new Set(filled.missing)] };
}

function tick(filled: FilledBody, place: Place, form: Form): void {
  if (place.field !== null) filled.ticks.push({ field: place.field, option: place.option });
  for (const box of boxesOf(place, form))
    filled.entries.push(entryOf(place, box, place.answer ?? "", place.field === null ? "drawn" : "field"));
}

function write(filled: FilledBody, place: Place, form: Form, text: string): void {
  if (place.field !== null) filled.emptied.push(place.field);
  for (const box of boxesOf(place, form)) filled.entries.push(entryOf(place, box, text, null));
}

const entryOf = (
  { label, size, multiline }: Place,
  box: Rect,
  text: string,
  tick: FilledEntry["tick"],
): FilledEntry => ({
  label,
  page: box.page,
  x: box.x,
  y: box.y,
  w: box.w,
  h: box.h,
  size,
  multiline,
  text,
  tick,
});

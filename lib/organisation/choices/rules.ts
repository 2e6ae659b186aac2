import { currentLanguage } from "@/lib/platform/language/messages";
import { t } from "@/lib/platform/language/translate";
import type { ChoiceLabels, ChoicesNow, ChoiceVersion, Chosen, OfferedChoice, ProductChoice } from "./types";

const between = ":";

/** What a form sends, read: `doxxing`, or `doxxing:` and the id of a choice of the organisation's own. */
export function readChosen(value: string): Chosen {
  const [key = "", choice] = value.split(between);
  return { key, choice: choice ?? null };
}

/** The key of ours that a value of a form counts as. */
export const keyOf = (value: string): string => readChosen(value).key;

/** What a form sends for a choice. */
function sentFor({ choice, nearest }: Pick<ChoiceVersion, "choice" | "nearest">): string {
  return choice === nearest ? nearest : `${nearest}${between}${choice}`;
}

/** What the form that changes a record has in it: what is recorded. @param choice of the version that it names */
export const valueRecorded = (key: string, choice: string | null): string =>
  sentFor({ choice: choice ?? key, nearest: key });

/** The organisation's own words in the language of the moment, which is English in what is written; null for none. */
export function ownWords(labels: ChoiceLabels): string | null {
  const spoken: Partial<Record<string, string>> = labels;
  return spoken[currentLanguage().code] ?? labels.en ?? null;
}

/** The words under which something was recorded; those of the product where the organisation had none. */
export function wordsRecorded(labels: ChoiceLabels | null, ours: string): string {
  return (labels && ownWords(labels)) ?? ours;
}

export type ListedChoice = OfferedChoice & { choice: string; nearest: string; isHidden: boolean; isOwn: boolean };

/** Every choice of a list in its order, hidden ones too: ours, and the organisation's own where they stand. */
export function listChoices(ours: readonly ProductChoice[], now: ChoicesNow): ListedChoice[] {
  const product = ours.map(({ key, label }, at) => {
    const set = now.find(({ choice }) => choice === key);
    const words = (set && ownWords(set.labels)) ?? label;
    return { choice: key, nearest: key, label: words, isHidden: set?.isHidden ?? false, place: set?.position ?? at };
  });
  const own = now
    .filter(({ choice, nearest }) => choice !== nearest)
    .map(({ choice, nearest, labels, isHidden, position }) => ({
      choice,
      nearest,
      label: ownWords(labels) ?? ours.find(({ key }) => key === nearest)?.label ?? nearest,
      isHidden,
      place: position,
    }));
  return [...product, ...own]
    .toSorted((a, b) => a.place - b.place)
    .map(({ place: _, ...choice }) => ({
      ...choice,
      value: sentFor(choice),
      isOwn: choice.choice !== choice.nearest,
    }));
}

/** What a form offers: what is not hidden, and what the record has though it is hidden now. */
export function offerChoices(ours: readonly ProductChoice[], now: ChoicesNow, kept?: string): OfferedChoice[] {
  return listChoices(ours, now).flatMap(({ value, label, isHidden }) => {
    if (!isHidden) return [{ value, label }];
    return value === kept ? [{ value, label: t("{label} (no longer used)", { label }) }] : [];
  });
}

/** A table of labels as the choices of a list. */
export const choicesIn = (labels: Readonly<Record<string, string>>): ProductChoice[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }));

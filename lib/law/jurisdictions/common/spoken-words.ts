import spoken from "../release/words/spoken.json";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** How the slash of a number is spoken, in a transcribed voice note. Lower case. */
export const strokeWords = set(spoken.stroke);

/** Before the number of a month. Lower case. */
export const monthLabels = set(spoken.month);

/** Numbers in words, in English and Afrikaans. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...spoken.fromZero.flatMap((list) => list.split(" ").map((word, at): [string, number] => [word, at])),
  ...spoken.tens.flatMap((list) => list.split(" ").map((word, at): [string, number] => [word, (at + 2) * 10])),
  ...Object.entries(spoken.others),
]);

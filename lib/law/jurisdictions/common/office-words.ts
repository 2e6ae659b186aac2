import offices from "../release/words/offices.json";

/** Words in the name of a receiver that show its kind of office in a list. Nothing is decided by them. */
export const officeWords: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries(offices.expressions).map(([office, words]) => [office, new RegExp(words.join("|"), "i")]),
);

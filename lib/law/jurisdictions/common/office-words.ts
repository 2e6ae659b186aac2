import offices from "../release/words/offices.json";

/** Words in the name of a receiver by which its kind of office is told in a list. Nothing is decided by them. */
export const officeWords: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries(offices.expressions).map(([office, words]) => [office, new RegExp(words.join("|"), "i")]),
);

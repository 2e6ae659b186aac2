import offices from "../release/words/offices.json";

/** Words in the name of a receiver that show its kind of office in a list. Nothing is decided by them. */
export const officeWords: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries(offices.expressions).map(([office, words]) => [office, new RegExp(words.join("|"), "i")]),
);

/** A pattern, case as it stands: what makes a place the name of an office, written after it. */
export const officeBodies = `(?:${offices.bodies.join("|")})`;

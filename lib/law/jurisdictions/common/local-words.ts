import local from "../release/words/local.json";

const set = (...texts: string[]): ReadonlySet<string> => new Set(texts.join(" ").split(" "));

/** Everyday words of messages about a case, so that none of them is mistaken for a place. Lower case, letters only. */
export const localWords = set(local.asking, local.nguni, local.sotho, local.afrikaans, local.english, local.names);

/** Words that identify a text as one of these languages, whose sentences never start with a place name. */
export const bantuWords: ReadonlySet<string> = new Set(
  [...set(local.nguni, local.sotho)].filter((word) => word.length > 2),
);

/** After one of these comes the name of a person. */
export const personWords = set(local.people);

/** Words that say that the police are meant, before or after the name of a station. */
export const policeWords = set(local.police);

/** Small words between the police and the name: `police station in X`, `isiteshi samaphoyisa sase-X`. */
export const joiningWords = set(local.joining);

/** Words by which a docket is opened: a place in the same sentence is the station. */
const openingWords = set(local.opening);
const openingStems = new RegExp(local.openingStems.join("|"));

export const isOpening = (letters: string): boolean => openingWords.has(letters) || openingStems.test(letters);

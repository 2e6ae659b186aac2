import messages from "../release/words/messages.json";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words around a number in a message that are not part of a station's name. Lower case, letters only. */
export const messageWords = set(messages.around);

/** Words after which a place is named. */
export const placeWords = set(messages.place);

/** Words that belong to a station's own field but not to its name. */
export const stationWords = set(messages.station);

/** The spellings of an officer's rank in a message, and our own. Longer spellings first. */
export const officerRanks: readonly { words: readonly string[]; short: string }[] = messages.ranks;

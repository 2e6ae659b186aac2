import places from "../release/words/places.json";

/**
 * The text around a place in a message that shows whether a docket was registered there. Parts of case-insensitive
 * regular expressions, in English, Afrikaans, isiZulu, isiXhosa, Sesotho and Setswana.
 */
const anyOf = (name: keyof typeof places.expressions): string => places.expressions[name].join("|");

/** After a name: it is a street, a building or a branch. */
export const afterStreet = anyOf("afterStreet");

/** Before a name: a court, a bank, a street number. */
export const beforeCourt = anyOf("beforeCourt");

/** A docket was sent on to another station. */
export const dockets = anyOf("dockets");

/** The same in Afrikaans at the end of the sentence. */
export const docketsAtEnd = anyOf("docketsAtEnd");

/** The way to the other station, just before its name. */
export const towards = anyOf("towards");

/** The way from the first station, just before its name. */
export const awayFrom = anyOf("awayFrom");

/** A person was sent on, and not the docket. */
export const people = anyOf("people");

/** People were turned away where the message has just been. */
export const refusals = anyOf("refusals");

/** Where somebody lives, works or was, directly before a name. */
export const residence = anyOf("residence");

/** Small words between one of these and the name. */
export const atWords = anyOf("atWords");

/** The message is not sure itself. */
export const hedges = anyOf("hedges");

/** A label before a name that explicitly marks it as the station. */
export const labels = anyOf("labels");

/** Words that say that a docket was opened, or a number was given, in the same breath. */
export const openings = anyOf("openings");

/** Between two names of which only one is meant. */
export const either = anyOf("either");

/** Words for the case itself. */
export const caseWords = anyOf("caseWords");

/** After a name: there the docket was taken. */
export const takes = anyOf("takes");

/** Between a name and what was done there. */
export const thereupon = anyOf("thereupon");

/** The same before a name. */
export const taken = anyOf("taken");

/** Words that say that a number was issued for what somebody reported. */
export const givings = anyOf("givings");

/** A number that is only said to be from the police. */
export const policeReference = anyOf("policeReference");

/** Before a name: says that it is not this place. */
export const denying = anyOf("denying");

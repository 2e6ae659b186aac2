import { joiningWords, localWords, personWords, policeWords } from "@/lib/law/jurisdictions/common/local-words";
import { messageWords, officerRanks, stationWords } from "@/lib/law/jurisdictions/common/message-words";
import { monthOf } from "@/lib/platform/text/month-words";

export const lettersOf = (word: string) => word.toLowerCase().replace(/[^\p{L}]/gu, "");
/** A name begins so; `kwaMashu` does too. */
export const begins = (word: string | undefined) => /^(?:kwa|ka)?-?\p{Lu}/u.test(word ?? "");

const ranks = new Set(officerRanks.flatMap((rank) => rank.words));
const bare = (word: string) => word.toLowerCase().replace(/[.,;:]+$/, "");
const concord = /^(?:nge|ngu|ngo|yi|ye|ya|wa|li|la|le|lo|na|ne|no|kwi|ku|se|sa|ke|i|u|e)-/i;

/** `uSgt`, `u-Const`, `kukaSgt` too. */
export const isRank = (word: string) =>
  ranks.has(bare(word)) || ranks.has(bare(word.replace(/^(?:\p{Ll}{1,4}|[UI])-?(?=\p{Lu}\p{Ll})/u, "")));
export const isPolice = (word: string) => policeWords.has(lettersOf(word.replace(concord, "")));
export const isJoining = (word: string) => joiningWords.has(lettersOf(word));

const inNames = new Set(["van", "der", "den", "de", "du", "le", "la"]);

/** True when what follows these words is a person: `Sgt`, `Mrs`, `Capt Van`, `Const V`. */
export function endsBeforePerson(words: readonly string[]): boolean {
  const at = words.findLastIndex((word) => !(inNames.has(lettersOf(word)) || /^\p{Lu}\.?$/u.test(word)));
  const word = words[at] ?? "";
  return isRank(word) || personWords.has(lettersOf(word));
}

const isCommon = (letters: string) =>
  messageWords.has(letters) || localWords.has(letters) || stationWords.has(letters) || policeWords.has(letters);

/** "I", "we" and "to" begin verbs of isiZulu and isiXhosa so, and no places. */
const isVerb = /^(?:u?ngi|u?ndi|uku|ngoku|uya|siya|niya|sizo|bangi|bandi|andi|angi)\p{L}{3,}[aeiou]$/u;
/** `Hoofstraat`: an address, or something next to the station. */
const isStreet = /\p{L}straat$/u;
const ofStreet = /^(?:road|rd|street|straat|avenue|drive|lane|laan|weg)$/i;
/** What is left of "Station Road" or "Police Street". */
export const isStreetOnly = ([word = "", ...rest]: readonly string[]) => rest.length === 0 && ofStreet.test(word);

const endsAsLabel = /(?:nommers?|number|numbers|stasie|inombolo)$/;

/** A word that belongs to the message and not to a name. */
export function isNoise(word: string): boolean {
  if (/\d\D\d|\p{L}\d|\d\p{L}|\d{3}/u.test(word) || /@|:./.test(word) || !/[\p{L}\d]/u.test(word)) {
    return true;
  }
  const whole = lettersOf(word.replace(/['’]s$/, ""));
  const rest = lettersOf(word.replace(concord, ""));
  if (isVerb.test(whole) || endsAsLabel.test(whole) || isStreet.test(whole)) return true;
  return isCommon(whole) || isCommon(rest) || monthOf(whole) > 0 || isRank(word);
}

/** The number of words in a text, other than these, that may or may not be names. */
export function countUnknown(text: string, except: readonly string[]): number {
  const isLoud = text === text.toUpperCase();
  const words = text.split(" ");
  const own = new Set(except.map(lettersOf));
  return words.filter((word, i) => {
    const isName = begins(strip(word)) && !isLoud;
    const plain = lettersOf(word);
    return (
      plain.length > 1 &&
      !isName &&
      !own.has(plain) &&
      !isNoise(word) &&
      !endsBeforePerson(words.slice(Math.max(0, i - 3), i))
    );
  }).length;
}

/** `e-Yeoville`, `eYeoville`, `sase-Yeoville`, `ngaseYeoville`: "at Yeoville" in isiZulu and isiXhosa. */
const locative =
  /^(?:\p{Ll}{1,3}(?=kwa-?\p{Lu})|\p{Ll}{0,3}kwi-?(?=\p{Lu})|\p{Ll}{0,3}se-?(?=\p{Lu})|(?:kwaku|kwakukwa|beku|bekukwa|beyi|beli|yayi|lali|kuku|kwaba|kuba)se-?(?=\p{Lu})|(?:K|Kwaku|Kwakukwa|Beku|Bekukwa|Beyi|Beli|Yayi|Lali|Li|I|U|Ku|Kwa|Ya|La|Ba|Sa|Nga|Kwaba)se-?(?=\p{Lu}\p{Ll})|e-?(?=\p{Lu})|\p{Lu}{0,2}ASE-?(?=\p{Lu}{3})|E-(?=\p{Lu}))/u;

export const isLocative = (word: string) => {
  const plain = word.replace(/^[^\p{L}]+/u, "");
  return locative.test(plain) || /^[Kk]wa-?\p{Lu}/u.test(plain);
};
export const withoutLocative = (word: string) => word.replace(/^[^\p{L}]+/u, "").replace(locative, "");

export const strip = (word: string) =>
  withoutLocative(word)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.']+$/gu, "")
    .replace(/\.+$/, "");

/** The message at the field. */
import { t } from "@/lib/platform/language/translate";

export const easilyGuessed = t(
  "This is easy to guess: it is mostly common words, a row of keys, a repeated pattern, or names used here. Use four or five unrelated words.",
);

/** Words people use when asked for a long password, and the names of this product. */
const commonWords: readonly string[] = [
  "password",
  "passwort",
  "passphrase",
  "wachtwoord",
  "passcode",
  "letmein",
  "welcome",
  "welkom",
  "administrator",
  "admin",
  "changeme",
  "change",
  "secret",
  "default",
  "login",
  "signin",
  "access",
  "master",
  "monkey",
  "dragon",
  "football",
  "baseball",
  "sunshine",
  "princess",
  "superman",
  "batman",
  "iloveyou",
  "trustno",
  "whatever",
  "correcthorsebatterystaple",
  "correct",
  "horse",
  "battery",
  "staple",
  "crossdocket",
  "docket",
  "casework",
  "january",
  "february",
  "march",
  "april",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "spring",
  "summer",
  "autumn",
  "winter",
  "test",
  "testing",
  "temp",
  "example",
  "hello",
  "please",
  "security",
  "computer",
  "internet",
];

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
];
const columns = ["qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p"];

const runs: readonly string[] = [...rows, ...columns].flatMap((row) => [row, [...row].reverse().join("")]);

/** How much must be left when all that a guesser tries first is taken away. */
const enough = 8;

/**
 * Whether a password consists mostly of what is tried first: common words, keyboard rows, repeats, years, and `words`,
 * such as the organisation, the person's name and e-mail address, including 0 for o and similar substitutions.
 */
export function isEasilyGuessed(password: string, words: readonly string[]): boolean {
  const plain = plainly(password);
  const listed = [...commonWords, ...words.flatMap(partsOf)].filter((word) => word.length >= 3);
  const longestFirst = [...new Set(listed)].toSorted((a, b) => b.length - a.length);
  const looks = [plain, unmasked(plain)].map((text) => text.replaceAll(/[^\p{L}\p{N}]/gu, ""));
  return (
    new Set(plain).size < 6 || looks.some((text) => leftOf(text, longestFirst) < enough || periodOf(text) < enough)
  );
}

const plainly = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const masks: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s" };
const unmasked = (text: string) => [...text].map((letter) => masks[letter] ?? letter).join("");

/** The words of a name or an address, and all of them in one. */
function partsOf(words: string): string[] {
  const parts = plainly(words).split(/[^\p{L}\p{N}]+/u);
  return [...parts, parts.join("")];
}

/**
 * The number of letters and digits left after removing words, runs, repeats and years. Other scripts are counted in
 * full.
 */
function leftOf(text: string, listed: readonly string[]): number {
  let rest = text;
  for (const word of listed) rest = rest.replaceAll(word, " ");
  rest = rest.replaceAll(/(19|20)\d\d/g, " ").replaceAll(/(.)\1{2,}/g, " ");
  return withoutRuns(rest).replaceAll(" ", "").length;
}

/** Takes out four or more neighbours of a row of keys, of the alphabet or of the digits, in either direction. */
function withoutRuns(text: string): string {
  let rest = "";
  for (let at = 0; at < text.length; ) {
    const long = runAt(text, at);
    rest += long >= 4 ? " " : text[at];
    at += long >= 4 ? long : 1;
  }
  return rest;
}

function runAt(text: string, at: number): number {
  let long = 1;
  while (at + long < text.length && runs.some((run) => run.includes(text.slice(at, at + long + 1)))) long += 1;
  return long;
}

/** The length of the piece that the whole is a repeat of; its own length when it is none. */
function periodOf(text: string): number {
  for (let period = 1; period * 2 <= text.length; period += 1) {
    if ([...text].every((letter, at) => letter === text[at % period])) return period;
  }
  return text.length;
}

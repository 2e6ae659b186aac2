import { messageWords, officerRanks, placeWords, stationWords } from "@/lib/jurisdictions/common/message-words";
import { tidy } from "@/lib/platform/text";
import type { Hit, SerialKind } from "./hits";

const lettersOf = (word: string) => word.toLowerCase().replace(/[^\p{L}]/gu, "");
const ranks = new Set(officerRanks.flatMap((rank) => rank.words));
const isNoise = (word: string) =>
  /\d\D\d|\p{L}\d|\d\p{L}|\d{3}/u.test(word) ||
  /[@:]/.test(word) ||
  !/[\p{L}\d]/u.test(word) ||
  messageWords.has(lettersOf(word)) ||
  ranks.has(word.toLowerCase().replace(/[.,;:]+$/, ""));
const strip = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.']+$/gu, "").replace(/\.$/, "");

const titleCase = (text: string) => text.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
const evenCase = (text: string) =>
  text === text.toUpperCase() || text === text.toLowerCase()
    ? titleCase(text)
    : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
const begins = (word: string | undefined) => /^\p{Lu}/u.test(word ?? "");

/** `Knysna speurder` is Knysna: after a capital, a small word ends the name unless it joins two capitals. */
function capitalRun(words: readonly string[]): readonly string[] {
  if (!begins(words[0])) return words;
  const end = words.findIndex((word, i) => /^\p{Ll}/u.test(word) && !begins(words[i + 1]));
  return end < 0 ? words : words.slice(0, end);
}

/** Up to five words that may be a station's name: in capitals, or standing alone with the number. */
function nameOf(words: string[], alone: boolean): string | null {
  const name = capitalRun(words.map(strip).filter(Boolean)).slice(0, 5);
  const looksRight =
    name.length > 0 && name.every((w) => /^[\p{L}'-]+\d*$|^\d{1,2}$/u.test(w)) && /\p{L}{2}/u.test(name.join(""));
  if (!looksRight || !(alone || begins(name[0]))) return null;
  return evenCase(name.join(" "));
}

/** The station that a text names around a number: before it, unless only the one after it has a capital. */
export function stationAround(text: string, found: Hit): string | null {
  const [first, second] = [before(text.slice(0, found.start)), after(text.slice(found.end))];
  const [one, other] = [first, second].map((words) => words && nameOf(words.words, words.alone));
  return one && !(other && !begins(first?.words[0]) && begins(second?.words[0])) ? one : (other ?? null);
}

type Words = { words: string[]; alone: boolean };

function before(lead: string): Words | null {
  const segments = lead.split(/[.;:!?,()]+\s+(?=\S)|[,;:()!?]/).filter((part) => part.trim());
  const last = (segments.at(-1) ?? "").split(" ").filter(Boolean);
  while (last.length > 0 && isNoise(last.at(-1) ?? "")) last.pop();
  const from = last.findLastIndex(isNoise) + 1;
  const run = last.slice(from).slice(-5);
  const capital = run.findIndex(begins);
  // "Hello Thabo, CAS 1/1/2026": a comma cuts a greeting off, but not a place, nor one that stands alone before it.
  const word = lettersOf(last[from - 1] ?? "");
  const isPlace = placeWords.has(word) || stationWords.has(word);
  const isWhole = run.length === last.length && capital <= 0 && capitalRun(run).length === run.length;
  const greeting = /[.;:!?,()]\s*$/.test(lead) && !isPlace && !isWhole;
  return greeting ? null : { words: capital > 0 ? run.slice(capital) : run, alone: last.length <= 5 };
}

function after(tail: string): Words {
  const text = tail.replace(/^[\s,;:()"-]+/, "");
  const rest = (text.split(/[.;:!?,()/]/)[0] ?? "").split(" ").filter(Boolean);
  while (rest.length > 0 && isNoise(rest[0] ?? "")) rest.shift();
  const until = rest.findIndex(isNoise);
  const name = until < 0 ? rest : rest.slice(0, until);
  return { words: name, alone: name.length <= 5 && rest.length <= 5 };
}

/** A station as it was typed into its own field: `SAPS CAPE TOWN CENTRAL police station` is `Cape Town Central`. */
export function cleanStation(typed: string, kind: SerialKind): string | null {
  const words = tidy(typed).split(" ").map(strip).filter(Boolean);
  const own = kind.parser.word.toLowerCase();
  const name = words.filter((w) => !stationWords.has(w.toLowerCase()) && w.toLowerCase() !== own).join(" ");
  return name ? evenCase(name) : null;
}

import { type FoldedText, groupsOf } from "@/lib/platform/text/fold-text";
import { everyday } from "./everyday-words";
import type { Shape } from "./secret-shapes";

/** Abbreviations of street types, in English and Afrikaans: the first is the canonical form. */
const kinds = [
  ["st", "street", "str", "straat"],
  ["rd", "road", "weg", "pad"],
  ["ave", "avenue", "av", "laan"],
  ["dr", "drive", "rylaan"],
  ["ln", "lane", "steeg"],
  ["cl", "close"],
  ["cres", "crescent", "singel"],
  ["blvd", "boulevard"],
  ["pl", "place", "plek"],
  ["ct", "court", "hof"],
  ["sq", "square", "plein"],
  ["cnr", "corner", "hoek", "hv"],
  ["unit", "flat", "apt", "apartment", "woonstel", "eenheid"],
] as const;

const short = new Map<string, string>(kinds.flatMap(([first, ...more]) => more.map((word) => [word, first] as const)));
const streets = new Set<string>(kinds.slice(0, 11).map(([first]) => first));
/** Written or not, they change nothing. */
const idle = new Set(["no", "nr", "number", "nommer", "and", "en", "of", "the"]);
/** The separator between words of a folded text, and between its two readings. */
const apart = /[ |]+/;
const shortestJoined = 7;
/** A cheap first test of every word, without a lookup of letter classes. */
const maybeJoined = /(?:street|straat|road|avenue|laan)$/;
const endings = /^(\p{L}{3,})(street|straat|road|avenue|laan)$/u;

/** The whole address, and each line of it that identifies a house: a number with a street name, a corner, a box. */
export function addressShapes(value: string): Shape[] {
  const lines = value
    .split(/[,;\n]+/)
    .map((line) => canonical(groupsOf(line)))
    .filter((line) => line.length > 0);
  const whole = lines.flat();
  const wanted = [...(whole.length >= 3 ? [whole] : []), ...lines.filter(findsHouse).flatMap(written)];
  const tight = wanted.flatMap(spelt);
  const isIn = (text: FoldedText) => {
    const words = ` ${canonicalOf(text)} `;
    return wanted.some((line) => words.includes(` ${line.join(" ")} `)) || tight.some((line) => text.holds(line, 9));
  };
  return [...(wanted.length > 0 ? [{ what: "address", level: "whole", isIn } as const] : []), ...nearby(lines)];
}

/** The towns and suburbs of an address, folded: lines without a street or a number. Countries and provinces are none. */
export function townsIn(value: string): string[] {
  const lines = value.split(/[,;\n]+/).map((line) => canonical(groupsOf(line)));
  return lines.flatMap((line) => {
    const name = line.filter((word) => /^\p{L}{2,}$/u.test(word));
    const isPlace = name.length > 0 && name.length === line.filter((word) => !/^\d+$/.test(word)).length;
    const town = name.join(" ");
    return isPlace && town.length >= 4 && !name.some((word) => streets.has(word)) && !wide.has(town) ? [town] : [];
  });
}

/** Too large to find anybody by. */
const wide = new Set([
  ...["south africa", "suid afrika", "united states", "united states of america"],
  ...["eastern cape", "free state", "gauteng", "kwazulu natal", "limpopo", "mpumalanga", "north west"],
  ...["northern cape", "western cape", "oos kaap", "vrystaat", "noord kaap", "wes kaap", "noordwes"],
]);

/** The street without its number, and "lives in" with a place of the address: a place alone may be a station. */
function nearby(lines: readonly (readonly string[])[]): Shape[] {
  const roads = lines.flatMap((line) => {
    const name = line.filter((word) => /^\p{L}{2,}$/u.test(word) && word !== "unit" && word !== "cnr");
    const messages = name.filter((word) => !streets.has(word));
    const isOwn = messages.join("").length >= 5 && !messages.every((word) => everyday.has(word) || common.has(word));
    return name.length > messages.length && isOwn ? [name.join(" ")] : [];
  });
  const places = lines.flatMap((line) => {
    const name = line.filter((word) => /^\p{L}{3,}$/u.test(word));
    return name.length > 0 && !name.some((word) => streets.has(word)) ? [name.join(" ")] : [];
  });
  const isIn = (text: FoldedText) => {
    const words = ` ${canonicalOf(text)} `;
    return (
      roads.some((road) => words.includes(` ${road} `)) ||
      places.some((place) => living.some((verb) => words.includes(` ${verb} ${place} `)))
    );
  };
  return roads.length + places.length > 0 ? [{ what: "address", level: "likely", isIn }] : [];
}

/** Names that half of all towns have a street of. */
const common = new Set(
  "main church station high kerk hoof long short north south east west first second third market".split(" "),
);

const living = [
  "lives",
  "live",
  "living",
  "stays",
  "stay",
  "staying",
  "woon",
  "bly",
  "house",
  "home",
  "flat",
  "huis",
].flatMap((verb) => ["in", "at", "near", "naby"].map((where) => `${short.get(verb) ?? verb} ${where}`));

function findsHouse(line: readonly string[]): boolean {
  const named = line.some(
    (word) => /^\p{L}{3,}$/u.test(word) && !streets.has(word) && word !== "unit" && word !== "cnr",
  );
  const street = line.some((word) => streets.has(word));
  const numbered = line.some((word) => /^\d+$/.test(word));
  const leads = /^\d+$/.test(line[0] ?? "") || (line[0] === "unit" && line.length > 3);
  if (line[0] === "cnr") return line.length >= 3;
  return named && numbered && (street || leads || line.includes("box"));
}

/** Unchanged, with the number at the end, and without the word for the street. */
function written(line: readonly string[]): string[][] {
  const at = line.findIndex((word) => /^\d+$/.test(word));
  const from = at >= 0 && line[0] === "unit" ? line.findIndex((word, i) => i > at && /^\d+$/.test(word)) : at;
  const house = from > 0 ? line.slice(from) : line;
  const [number = "", ...rest] = house;
  if (!/^\d+$/.test(number)) return [[...line]];
  const name = rest.filter((word) => !streets.has(word));
  const long = name.join("").length >= 5 && name.length < rest.length && !name.every((word) => everyday.has(word));
  return [[...house], [...rest, number], ...(long ? [[number, ...name]] : [])];
}

/** With nothing between and the word for the street in each of its forms, as where letters were drawn apart. */
function spelt(line: readonly string[]): string[] {
  const last = kinds.find(([first]) => first === line.at(-1));
  const stem = line.slice(0, -1).join("");
  return last ? last.map((word) => `${stem}${word}`) : [];
}

const canonicals = new WeakMap<FoldedText, string>();

/** Requested for each shape of each address, and the same for all of them. */
function canonicalOf(text: FoldedText): string {
  const known = canonicals.get(text);
  if (known !== undefined) return known;
  const made = canonical(text.words.split(apart)).join(" ");
  canonicals.set(text, made);
  return made;
}

/** Many thousand words of a file go through here: no list is made for one of them. */
function canonical(words: readonly string[]): string[] {
  const made: string[] = [];
  for (const word of words) {
    if (word === "" || idle.has(word)) continue;
    const joined = word.length >= shortestJoined && maybeJoined.test(word) ? endings.exec(word) : null;
    if (joined?.[1] && joined[2]) made.push(joined[1], short.get(joined[2]) ?? joined[2]);
    else made.push(short.get(word) ?? word);
  }
  return made;
}

import { type FoldedText, groupsOf } from "@/lib/platform/text/fold-text";
import { everyday, particles } from "./everyday-words";
import type { Shape } from "./secret-shapes";

/** Scripts without spaces between words: a two-character name in them is searched for anywhere. */
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** The whole name, reversed, with initials, in the forms used for handles, and each part that is not a common word. */
export function nameShapes(value: string): Shape[] {
  const parts = groupsOf(value).filter((part) => !/^\d+$/.test(part));
  const whole = (isIn: Shape["isIn"]): Shape => ({ what: "name", level: "whole", isIn });
  const likely = (isIn: Shape["isIn"]): Shape => ({ what: "name", level: "likely", isIn });
  const dense = parts.join("");
  if (dense === "") return [];
  if (withoutSpaces.test(dense)) return [whole((text) => text.dense.includes(dense))];
  if (parts.length === 1) return [whole((text) => text.words.includes(` ${dense} `))];
  const [given = "", last = ""] = [parts[0], parts.at(-1)];
  const family = familyOf(parts);
  const orders = [
    dense,
    [family, ...parts.slice(0, parts.length - family.split(" ").length)].join("").replaceAll(" ", ""),
  ];
  if (parts.length > 2) orders.push(`${given}${last}`, `${last}${given}`, `${given}${family.replaceAll(" ", "")}`);
  const initials = withInitials(parts, family);
  const made = handles(given, last);
  return [
    whole((text) => orders.some((order) => text.holds(order))),
    likely((text) => initials.test(text.cased)),
    likely((text) => made.some((handle) => text.words.includes(` ${handle} `))),
    ...parts
      .filter((part) => part.length >= 3 && !particles.has(part) && !everyday.has(part))
      .map((part) => alone(part)),
    ...parts
      .filter((part) => part.length >= 6 && !particles.has(part) && !everyday.has(part))
      .map((part) => misspelt(part)),
    ...parts
      .filter((part) => part.length >= 5 && !particles.has(part) && !everyday.has(part))
      .map((part) => masked(part)),
  ];
}

/** What exports put in place of a name: it identifies nobody. */
const nobody = new Set("me you myself self unknown user client admin ek jy ekself".split(" "));

/**
 * A name chosen for a chat: as written, and each of its words that is not a common word. A single word may also be a
 * place or an office.
 */
export function chatNameShapes(value: string): Shape[] {
  const parts = groupsOf(value);
  const words = parts.filter((part) => !/^\d+$/.test(part));
  const own = words.filter((part) => part.length >= 4 && !nobody.has(part) && !everyday.has(part));
  const dense = parts.join("");
  const spelt = parts.length > 1 && dense.length >= 5 ? [dense] : [];
  return [
    ...spelt.map((form): Shape => ({ ...chatName, level: "whole", isIn: (text) => text.holds(form) })),
    ...own.map((word) => ({ ...alone(word), ...chatName })),
  ];
}

const chatName = { what: "chat name", level: "part" } as const;

/** One letter wrong, left out, too many or changed with its neighbour; or drawn apart into two words. */
function misspelt(name: string): Shape {
  const isIn = (text: FoldedText) => text.holds(name, 99) || text.longWords.some((word) => isOneOff(word, name));
  return { what: "name", level: "part", brief: true, isIn };
}

/** With digits and signs for letters: `n0mvu1a`. */
function masked(name: string): Shape {
  const isIn = (text: FoldedText) => text.unmasked.some((word) => word.startsWith(name));
  return { what: "name", level: "part", brief: true, isIn };
}

/** Another first or last letter makes another name or another form of a word more often than a slip. */
function isOneOff(word: string, name: string): boolean {
  if (word[0] !== name[0]) return false;
  const apart = word.length - name.length;
  if (Math.abs(apart) > 1 || word === name || word.at(-1) !== name.at(-1)) return false;
  let at = 0;
  while (word[at] === name[at]) at += 1;
  if (apart === 1) return word.slice(at + 1) === name.slice(at);
  if (apart === -1) return word.slice(at) === name.slice(at + 1);
  if (word.slice(at + 1) === name.slice(at + 1)) return true;
  return word[at] === name[at + 1] && word[at + 1] === name[at] && word.slice(at + 2) === name.slice(at + 2);
}

function alone(name: string): Shape {
  const isIn = (text: FoldedText) => text.words.includes(` ${name} `);
  return { what: "name", level: "part", brief: name.length < 5, isIn };
}

/** The last part with the particles before it: `van der merwe`. */
function familyOf(parts: readonly string[]): string {
  let from = parts.length - 1;
  while (from > 1 && particles.has(parts[from - 1] ?? "")) from -= 1;
  return parts.slice(from).join(" ");
}

/** `N. Voorbeeld`, `N T Voorbeeld`, `Voorbeeld, N.`; not the Afrikaans article, which is no capital and has no stop. */
function withInitials(parts: readonly string[], family: string): RegExp {
  const before = parts.slice(0, parts.length - family.split(" ").length);
  const initials = before.map((value) => value.charAt(0));
  const [first = ""] = initials;
  const more = initials.slice(1).map((initial) => `(?:\\s*${either(initial)}\\.?)?`);
  const name = family.split(" ").join("\\s+");
  const ahead = `(?:${first.toUpperCase()}\\.?|${first}\\.)${more.join("")}\\s*(?:${anyCase(name)})`;
  const behind = `(?:${anyCase(name)})\\s*,\\s*${either(first)}(?:\\.|${more.join("")})`;
  return new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${ahead}|${behind})(?![\\p{L}\\p{N}])`, "u");
}

const either = (letter: string) => `[${letter}${letter.toUpperCase()}]`;
const anyCase = (word: string) => word.replaceAll(/(?<!\\)\p{L}/gu, either);

/** `nvoorbeeld`, `nomvulav`, `voorbeeldn`. */
function handles(given: string, last: string): string[] {
  const first = last.length >= 4 ? [`${given.charAt(0)}${last}`] : [];
  // An initial after a short name easily forms a real word: Oman and I. make Omani.
  const behind = [`${last}${given.charAt(0)}`, `${given}${last.charAt(0)}`].filter((value) => value.length >= 8);
  return [...first, ...behind];
}

import { FoldedText } from "@/lib/platform/text/fold-text";
import { placeOf, textsIn } from "../preflight/places";
import { grouped, shortHash } from "../sections/words";
import { decodedForms } from "./decode-text";
import { officeNames } from "./office-names";
import { type Shape, shapesOf } from "./secret-shapes";

/** A value of the client that must not be read in the served part. */
export type Secret = {
  kind: "name" | "chat name" | "identity number" | "phone number" | "e-mail address" | "address" | "code word";
  value: string;
};

/** `what` names the kind of value, never the value; `path` is its location: `incidents.2.words`. */
export type Leak = { path: string; what: Secret["kind"] };

/**
 * Finds protected values in every text of a structure, keys of objects included, however they are spelt. The name of
 * an office of the packet is known, wherever it is written: a word of it that is also the client's is not counted.
 */
export function findLeakedFields(root: object, secrets: readonly Secret[]): Leak[] {
  const shapes = shapesOf(secrets);
  const whole = wholeOf(shapes);
  const offices = officeNames(root);
  return textsIn(root).flatMap(({ path, text }) => {
    if (path === generatedWord) return [];
    const found = new Set(kindsIn(text, officialParts.test(path) ? whole : shapes));
    const rest = offices && found.size > 0 ? text.replaceAll(offices, " · ") : text;
    if (rest === text) return [...found].map((what) => ({ path, what }));
    // A whole value counts in the name of an office as well.
    const left = new Set([...kindsIn(text, whole), ...kindsIn(rest, shapes)]);
    return [...left].filter((what) => found.has(what)).map((what) => ({ path, what }));
  });
}

/** True if the name of an office of the packet holds a word of the client's, as where a family has the name of a place. */
export function sharesWords(snapshot: object, secrets: readonly Secret[]): boolean {
  const offices = officeNames(snapshot);
  if (!offices) return false;
  const names = textsIn(snapshot).flatMap(({ text }) => text.match(offices) ?? []);
  return names.some((name) => kindsIn(name, shapesOf(secrets)).length > 0);
}

/** The check word: eight characters of a hash, in which short names can occur by chance. Nobody writes into it. */
export const generatedWord = "packet.checkWord";

/** Names of stations, units and laws, and to whom a letter goes: a family name may be a place, so there only the whole name counts. */
const officialParts =
  /^(holders|org|officer|references|receivers|charges|pairs|dropped|statutes|zones|releases|words|preservation|refusal\.(officer|office|step|basis|rungs)|ncb\.(from|to)|accounts\.\d+\.provider|law\.rows\.\d+\.(home|there)|law\.considered\.\d+\.(offence|citation)|law\.unconsidered|papers\.\d+\.text\.addressee)\b/;

/**
 * What a snapshot permits on its pages. `official`: texts that name offices; what they contain may be in the file too.
 * `codes`: its check word and its hashes, in the pieces in which they are printed.
 */
export type Allowed = { official: string; codes: ReadonlySet<string> };

export function allowedOn(snapshot: object): Allowed {
  const texts = textsIn(snapshot);
  const official = texts.filter(({ path }) => officialParts.test(path)).map(({ text }) => text);
  const codes = texts.flatMap(({ path, text }) => {
    if (path === generatedWord) return [text];
    return hash.test(text) ? [shortHash(text), ...grouped(text).split(" ")] : [];
  });
  return { official: official.join("\n"), codes: new Set(codes) };
}

const hash = /^[0-9a-f]{64}$/;

const wholes = new WeakMap<readonly Shape[], readonly Shape[]>();

/** Those that count everywhere: one list for each list of shapes, for what is remembered of it. */
function wholeOf(shapes: readonly Shape[]): readonly Shape[] {
  const known = wholes.get(shapes) ?? shapes.filter((shape) => shape.level === "whole");
  wholes.set(shapes, known);
  return known;
}

const looked = new WeakMap<readonly Shape[], Map<string, readonly Secret["kind"][]>>();

/** Names, codes and headings, which a packet repeats thousands of times. Longer texts, and too many, are not kept. */
const longestRemembered = 4000;
const mostRemembered = 20_000;

/** The kinds of values that a text contains in one of these shapes, directly or decoded. */
export function kindsIn(text: string, shapes: readonly Shape[]): readonly Secret["kind"][] {
  if (text.length > longestRemembered) return lookInto(text, shapes);
  const before = looked.get(shapes) ?? new Map<string, readonly Secret["kind"][]>();
  looked.set(shapes, before);
  const known = before.get(text);
  if (known) return known;
  const found = lookInto(text, shapes);
  if (before.size < mostRemembered) before.set(text, found);
  return found;
}

function lookInto(text: string, shapes: readonly Shape[]): Secret["kind"][] {
  const found = new Set<Secret["kind"]>();
  for (const { piece, isBytes } of piecesOf(text)) {
    for (const form of [piece, ...decodedForms(piece)]) {
      const folded = new FoldedText(form);
      for (const shape of shapes) {
        if (found.has(shape.what) || (isBytes && shape.brief)) continue;
        if (shape.isIn(folded)) found.add(shape.what);
      }
    }
  }
  return [...found];
}

/** A text, in pieces if it is long, directly and decoded. */
export function* formsIn(text: string): Generator<string> {
  for (const { piece } of piecesOf(text)) {
    yield piece;
    yield* decodedForms(piece);
  }
}

const most = 1 << 16;
const overlap = 400;
const noText = /[[\p{Cc}\uFFFD]--[\t\n\r]]+/gv;

/** A long text in pieces that overlap. Of bytes that were read as text, only what reads as text. */
function* piecesOf(text: string): Generator<{ piece: string; isBytes: boolean }> {
  const isBytes = text.length > 1000 && text.slice(0, 4000).includes("\uFFFD");
  for (let from = 0; from === 0 || from < text.length; from += most - overlap) {
    const piece = text.slice(from, from + most);
    if (!isBytes) yield { piece, isBytes };
    else
      yield {
        piece: piece
          .split(noText)
          .filter((run) => run.length >= 5)
          .join("\n"),
        isBytes,
      };
    if (text.length <= most) return;
  }
}

/** What a person has to fix, one line per field: `I-2, what happened: contains the client’s address`. */
export function leakLines(snapshot: object, secrets: readonly Secret[]): string[] {
  const lines = findLeakedFields(snapshot, secrets).map(
    ({ path, what }) => `${placeOf(snapshot, path)}: contains the client’s ${what}`,
  );
  return [...new Set(lines)];
}

/** Values without a kind, classified by their form; for callers with bare values. */
export function guessedSecrets(values: readonly (string | Secret)[]): readonly Secret[] {
  // The same list where nothing is to guess: what was looked up with it is remembered by the list.
  if (values.every((value) => typeof value !== "string")) return values;
  return values.map((value) => (typeof value === "string" ? { kind: kindByLooks(value), value } : value));
}

function kindByLooks(value: string): Secret["kind"] {
  const digits = value.replaceAll(/\D/g, "").length;
  const letters = value.replaceAll(/[^\p{L}]/gu, "").length;
  if (value.includes("@")) return "e-mail address";
  if (digits >= 6 && letters === 0) return /^[+0(]/.test(value.trim()) ? "phone number" : "identity number";
  if (digits > 0 && letters >= 3)
    return /\p{L}{3}/u.test(value) && /\s/.test(value.trim()) ? "address" : "identity number";
  return digits > 0 ? "identity number" : "name";
}

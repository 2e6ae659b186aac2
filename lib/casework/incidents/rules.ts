/** `I-1` for an act, `C-1` for another event: the codes that packets print. */
import { t } from "@/lib/platform/language/translate";
import type { Gravity } from "./types";

export function incidentCode(kind: "act" | "event", number: number): string {
  return `${kind === "act" ? "I" : "C"}-${number}`;
}

/** An incident whose time is known: only such a one is told to an officer or a court, or counted by a rule of law. */
export const isDated = <T extends { happenedAt: Date | null }>(row: T): row is T & { happenedAt: Date } =>
  row.happenedAt !== null;

/** `E-01` */
export function exhibitCode(number: number): string {
  return `E-${String(number).padStart(2, "0")}`;
}

const gravities: readonly (readonly string[])[] = [
  ["threat_violence", "threat_property"],
  ["image_threat", "image_shared", "intimate_image", "extortion"],
  ["stalking", "impersonation", "doxxing"],
];

/** How grave an act is in a chart, by its nature. */
export function gravityOf(nature: string): Gravity {
  const found = gravities.findIndex((natures) => natures.includes(nature));
  return (found < 0 ? 3 : found) as Gravity;
}

/** What a case number denotes: `E-12` an exhibit, `I-3` and `C-2` incidents, `A4` an account. */
export type Numbered = "exhibit" | "incident" | "account";

export type CaseNumber = { letter: "E" | "I" | "C" | "A"; number: number };

const letters: Record<Numbered, string> = { exhibit: "E", incident: "IC", account: "A" };

/** More than these are not listed in a form, but named by their numbers. */
export const mostListed = 50;

/** The number of newest ones suggested while a number is typed. */
export const mostProposed = 100;

/** The maximum length of a list of numbers: a typing error must not request a million. */
export const mostNumbers = 2_000;

/**
 * Parses numbers of a case as people write them: `I-3, I-7 to I-20; c2`. Anything not of the requested kind is returned
 * in `odd`. If only one letter is possible, a bare number is accepted.
 */
export function readNumbers(text: string, kind: Numbered): { numbers: CaseNumber[]; odd: string[] } {
  const one = `([${letters[kind]}]?)\\s*-?\\s*0*(\\d{1,6})`;
  const shape = new RegExp(`^${one}(?:\\s*(?:to|until|–|—|-|\\.\\.)\\s*${one})?$`, "i");
  const found = new Map<string, CaseNumber>();
  const odd: string[] = [];
  for (const part of text.split(/[,;\n]+/).map((word) => word.trim())) {
    if (part === "") continue;
    const [, before = "", from, after = "", until] = shape.exec(part) ?? [];
    const letter = (before || (letters[kind].length === 1 ? letters[kind] : "")).toUpperCase();
    const first = Number(from);
    const last = until === undefined ? first : Number(until);
    const isRange = last >= first && (after === "" || after.toUpperCase() === letter);
    if (from === undefined || letter === "" || !isRange || found.size + last - first >= mostNumbers) {
      odd.push(part);
      continue;
    }
    for (let number = first; number <= last; number += 1) {
      found.set(`${letter}${number}`, { letter: letter as CaseNumber["letter"], number });
    }
  }
  return { numbers: [...found.values()], odd };
}

/** `I-1 to I-4, I-9, C-2`: the shortest way to write them, which `readNumbers` reads again. */
export function writeNumbers(codes: readonly string[]): string {
  const all = codes.flatMap((code) => {
    const [, before, number] = /^([A-Z]-?0*)(\d+)$/.exec(code) ?? [];
    return before && number ? [{ code, letter: before.charAt(0), number: Number(number) }] : [];
  });
  const runs: (typeof all)[] = [];
  const sorted = all.toSorted((a, b) => b.letter.localeCompare(a.letter) || a.number - b.number);
  for (const numbered of sorted) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before?.letter === numbered.letter && before.number === numbered.number - 1) run.push(numbered);
    else if (before?.code !== numbered.code) runs.push([numbered]);
  }
  return runs
    .map((run) =>
      run.length < 3
        ? run.map((numbered) => numbered.code).join(", ")
        : t("{code} to {code2}", { code: run[0]?.code, code2: run.at(-1)?.code }),
    )
    .join(", ");
}

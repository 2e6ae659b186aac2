import { msOf, timeCode } from "@/lib/evidence/recordings/rules";
import { languageNames } from "@/lib/evidence/translations/rules";
import { languages } from "@/lib/evidence/translations/types";
import { t } from "@/lib/platform/language/translate";
import type { SpokenLine } from "./types";

/** More lines than this, or longer ones, are a book. */
const mostLines = 2000;
const longestWords = 2000;
const longestSpeaker = 80;

/** What stands where nobody can make out the words. */
export const inaudible = "[inaudible]";

/** Who speaks, where nobody knows. Printed, so never translated. */
const unknownSpeaker = "unknown";

export const transcriptPlace = (row: string) => ({ table: "transcripts", column: "lines", row });

/** BCP 47 codes that a form offers: several languages and an unknown one have codes of their own. */
export const spokenCodes = ["und", "mul", "en", ...languages.filter((code) => code !== "other")] as const;

/** As a packet calls a language: in English, so never translated. A code without a name here is named by itself. */
export function spokenName(code: string): string {
  if (code === "und") return "a language that is not known";
  if (code === "mul") return "several languages";
  if (code === "en") return "English";
  const known = languages.find((language) => language === code);
  return known ? languageNames[known] : `the language ${code}`;
}

/** A language tag in its canonical form; null for what is none. */
export function languageTag(typed: string): string | null {
  try {
    return Intl.getCanonicalLocales(typed.trim())[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * Lines as they are typed, `0:12 | Speaker | words | what they mean`, one below the other. The second part may be empty,
 * the last may be left out. @returns the lines, or what is wrong with the first one that cannot be read
 */
export function readLines(text: string): { lines: SpokenLine[] } | { problem: string } {
  const lines: SpokenLine[] = [];
  for (const [at, typed] of text.split(/\r\n|\n|\r/).entries()) {
    if (typed.trim() === "") continue;
    const found = readLine(typed, lines.at(-1)?.ms ?? 0);
    if (typeof found === "string") return { problem: t("Line {line}: {found}", { line: at + 1, found }) };
    lines.push(found);
    if (lines.length > mostLines) return { problem: t("Write at most {mostLines} lines.", { mostLines }) };
  }
  return lines.length > 0 ? { lines } : { problem: t("Write at least one line.") };
}

function readLine(typed: string, after: number): SpokenLine | string {
  const parts = typed.split("|").map((part) => part.trim());
  if (parts.length < 3) return t("write the time, a bar |, who speaks, a bar |, and the words.");
  if (parts.length > 4) return t("it has more than four parts. A bar | only stands between them.");
  const [code = "", speaker = "", words = "", meaning = ""] = parts;
  const ms = msOf(code);
  if (ms === null) return t("begin with the time as minutes and seconds, such as 0:12.");
  if (ms < after) return t("it begins before the line above it.");
  if (words === "") return t("write the words, or {inaudible}.", { inaudible });
  if (speaker.length > longestSpeaker)
    return t("the speaker has more than {longestSpeaker} signs.", { longestSpeaker });
  if (words.length > longestWords || meaning.length > longestWords)
    return t("a part has more than {longestWords} signs. Begin another line.", { longestWords });
  return { ms, speaker: speaker || unknownSpeaker, words, meaning: meaning || null };
}

/** The lines as they are typed again. */
export const writeLines = (lines: readonly SpokenLine[]): string =>
  lines
    .map(({ ms, speaker, words, meaning }) => [timeCode(ms), speaker, words, ...(meaning ? [meaning] : [])].join(" | "))
    .join("\n");

import { timeCode } from "@/lib/evidence/recordings/rules";
import { hideWords } from "@/lib/evidence/redactions/hide-words";
import { spokenName } from "@/lib/evidence/transcripts/rules";
import type { Covers } from "./covered";
import { wordMasker } from "./mask-words";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { exhibitCode, iso } from "./words";

/** The transcripts by hand of the recordings that travel, covered as the words of any exhibit are. */
export function withSpoken<T extends PacketSnapshotInput>(
  input: T,
  record: CaseRecord,
  rows: CaseRecord["exhibits"],
  covers: Covers,
): T {
  if (rows.every(({ id }) => !record.transcripts.has(id))) return input;
  const mask = wordMasker(record.client.secrets);
  const spoken = new Map(
    rows.flatMap((row) => {
      const transcript = record.transcripts.get(row.id);
      if (!transcript) return [];
      const covered = new Set<string>();
      const safe = (words: string): string => {
        const masked = mask(hideWords(words, covers.get(row.id) ?? []).text);
        for (const kind of masked.covered) covered.add(kind);
        return masked.text;
      };
      const lines = transcript.lines.map(({ ms, speaker, words, meaning }) => ({
        at: timeCode(ms),
        speaker: safe(speaker),
        words: safe(words),
        english: meaning === null ? null : safe(meaning),
      }));
      const { language, sha256, version, madeByCode, madeAt } = transcript;
      const of = { language: spokenName(language), sha256, version, by: madeByCode, at: iso(madeAt) };
      return [[exhibitCode(row), { ...of, lines, covered: [...covered] }] as const];
    }),
  );
  return {
    ...input,
    exhibits: input.exhibits?.map((exhibit) => {
      const found = spoken.get(exhibit.code);
      return found ? { ...exhibit, spoken: found } : exhibit;
    }),
  };
}

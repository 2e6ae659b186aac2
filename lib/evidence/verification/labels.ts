import type { BytesProblem } from "@/lib/evidence/exhibits/find-bytes-problem";
import { plural } from "@/lib/platform/text/format";
import type { Break, BreakKind, Counts, LedgerProblem } from "./types";

export const breakLabels: Record<BreakKind, string> = {
  original: "Original",
  derivative: "What was made from an original",
  ledger: "Custody ledger",
  token: "Time stamp",
};

export const bytesWords: Record<BytesProblem, string> = {
  missing: "the stored file is gone",
  broken: "the stored file was changed: it no longer opens under its key",
  other_size: "the stored file has another length than what was kept",
  other_hash: "the stored file has another SHA-256 than what was kept",
};

/** The text for supervisors on the team's page, where the exhibit is a link. */
export const alarmWords: Record<BreakKind, string> = {
  original: "The stored file is not the one that arrived",
  derivative: "A copy made from it is not as it was made",
  ledger: "Its custody ledger does not hold",
  token: "A time stamp over it does not hold",
};

/** `line`: the number of the line, where one line is meant. */
export const ledgerWords: Record<LedgerProblem, (line: number) => string> = {
  empty: () => "its ledger has no line",
  first: () => "its ledger does not say that it was received",
  changed: (line) => `line ${line} of its ledger was changed`,
  order: (line) =>
    `line ${line} of its ledger does not follow from the line before: one was taken out, put in or moved`,
  cut: (line) => `its ledger does not end where it ended: after line ${line}, lines were taken out or put in`,
  elsewhere: (line) => `line ${line} of its ledger names another case or organisation`,
  other_hash: (line) => `line ${line} of its ledger has another SHA-256 than the exhibit`,
  other_derivative: (line) => `line ${line} of its ledger tells of a copy that is not there as it was made`,
};

export const stampWords = (authority: string, why: string): string =>
  `the time stamp of ${authority} does not hold. ${why}`;

/** `CD-26-0012, E-03: the stored file is gone` */
export const breakSentence = ({ caseCode, exhibit, what }: Break): string => `${caseCode}, ${exhibit}: ${what}`;

/** `20 originals, 12 copies made from them, 61 ledger lines, 40 tokens` */
export function countWords({ originals, derivatives, lines, tokens }: Counts): string {
  return [
    plural(originals, "original"),
    plural(derivatives, "copy made from them", "copies made from them"),
    plural(lines, "ledger line"),
    plural(tokens, "token"),
  ].join(", ");
}

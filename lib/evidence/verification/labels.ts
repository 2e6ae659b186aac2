import type { BytesProblem } from "@/lib/evidence/exhibits/find-bytes-problem";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import type { Break, BreakKind, Counts, LedgerProblem } from "./types";

export const breakLabels: Record<BreakKind, string> = labelTable(() => ({
  original: t("Original"),
  derivative: t("What was made from an original"),
  ledger: t("Custody ledger"),
  token: t("Time stamp"),
}));

export const bytesWords: Record<BytesProblem, string> = labelTable(() => ({
  missing: t("the stored file is gone"),
  broken: t("the stored file was changed: it no longer opens under its key"),
  other_size: t("the length of the stored file is not the one on record"),
  other_hash: t("the SHA-256 of the stored file is not the one on record"),
}));

/** The text for supervisors on the team's page, where the exhibit is a link. */
export const alarmWords: Record<BreakKind, string> = labelTable(() => ({
  original: t("The stored file is not the one that arrived"),
  derivative: t("A copy made from it is not as it was made"),
  ledger: t("Its chain of custody is not intact"),
  token: t("A time stamp over it is not valid"),
}));

/** `line`: the number of the line, where one line is meant. */
export const ledgerWords: Record<LedgerProblem, (line: number) => string> = {
  empty: () => t("its ledger has no line"),
  first: () => t("its ledger does not say that it was received"),
  changed: (line) => t("line {line} of its ledger was changed", { line }),
  order: (line) =>
    t("line {line} of its ledger does not follow from the line before: one was taken out, put in or moved", { line }),
  cut: (line) => `its ledger does not end where it ended: after line ${line}, lines were taken out or put in`,
  elsewhere: (line) => t("line {line} of its ledger names another case or organisation", { line }),
  other_hash: (line) => t("line {line} of its ledger has another SHA-256 than the exhibit", { line }),
  other_derivative: (line) => t("line {line} of its ledger tells of a copy that is not there as it was made", { line }),
};

export const stampWords = (authority: string, why: string): string =>
  t("the time stamp of {authority} is not valid. {why}", { authority, why });

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

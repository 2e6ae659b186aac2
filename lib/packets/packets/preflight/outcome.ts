import type { CheckArguments, CheckName } from "@/lib/law/jurisdictions/checklist-types";
import type { Covers } from "../snapshot/covered";
import type { Secret } from "../snapshot/leaks";
import type { PacketSnapshot } from "../snapshot/snapshot";

/** What a check answers: the result, and in one sentence why. `field` where another than that of the line corrects it. */
export type Outcome = { result: "pass" | "fail" | "na"; reason: string; field?: string };

/**
 * What is checked: the draft, and the values that must not be in it (names, addresses, numbers of the client and of
 * contacts). The values are read and never kept in a result. `law`: numbers of Annex B that the checklist names.
 */
export type Checked = {
  snapshot: PacketSnapshot;
  secrets: readonly Secret[];
  /** What persons covered in exhibits, by their codes. */
  covers: Covers;
  law: readonly string[];
};

/** The answers to a group of questions: each gets what is checked and the arguments of its line. */
export type Checks<Names extends CheckName> = {
  [Name in Names]: (given: Checked, asked: CheckArguments<Name>) => Outcome;
};

export const pass = (reason: string): Outcome => ({ result: "pass", reason });
export const fail = (reason: string): Outcome => ({ result: "fail", reason });
export const na = (reason: string): Outcome => ({ result: "na", reason });

/** Pass when the list of what is missing is empty, else fail and say which. */
export function none(missing: readonly string[], ok: string, problem: string): Outcome {
  return missing.length === 0 ? pass(ok) : fail(`${problem}: ${missing.join(", ")}.`);
}

/** Pass when a thing is there, else fail with what is missing. */
export function there(value: unknown, ok: string, problem: string): Outcome {
  return value ? pass(ok) : fail(problem);
}

export const codes = (list: readonly { code: string }[]): string[] => list.map((record) => record.code);

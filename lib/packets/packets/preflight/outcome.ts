import type { CheckArguments, CheckName, GraveFault } from "@/lib/law/jurisdictions/checklist-types";
import type { Covers } from "../snapshot/covered";
import type { Secret } from "../snapshot/leaks";
import type { PacketSnapshot } from "../snapshot/snapshot";

/**
 * The answer of a check: the result, and the reason in one sentence. `field` if another field than that of the line
 * fixes it. `grave` if a line may refuse every reason for this failure.
 */
export type Outcome = { result: "pass" | "fail" | "na"; reason: string; field?: string; grave?: GraveFault };

/**
 * The input of a check: the draft, and the values that must not be in it (names, addresses, numbers of the client and
 * of contacts). The values are read and never stored in a result. `law`: numbers of Annex B that the checklist names.
 */
export type Checked = {
  snapshot: PacketSnapshot;
  secrets: readonly Secret[];
  /** What persons covered in exhibits, by their codes. */
  covers: Covers;
  law: readonly string[];
};

/** The implementations of a group of checks: each gets the input and the arguments of its line. */
export type Checks<Names extends CheckName> = {
  [Name in Names]: (given: Checked, asked: CheckArguments<Name>) => Outcome;
};

export const pass = (reason: string): Outcome => ({ result: "pass", reason });
export const fail = (reason: string): Outcome => ({ result: "fail", reason });
export const na = (reason: string): Outcome => ({ result: "na", reason });

/** Pass if the list of what is missing is empty, otherwise fail and name it. */
export function none(missing: readonly string[], ok: string, problem: string): Outcome {
  return missing.length === 0 ? pass(ok) : fail(`${problem}: ${missing.join(", ")}.`);
}

/** Pass if a value is present, otherwise fail with what is missing. */
export function there(value: unknown, ok: string, problem: string): Outcome {
  return value ? pass(ok) : fail(problem);
}

export const codes = (list: readonly { code: string }[]): string[] => list.map((record) => record.code);

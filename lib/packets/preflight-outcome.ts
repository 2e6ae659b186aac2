import type { PreflightLineId } from "./preflight-lines";
import type { PacketSnapshot } from "./snapshot";

/** What a check answers: the result, and in one sentence why. */
export type Outcome = { result: "pass" | "fail" | "na"; reason: string };
export type Checks<Id extends PreflightLineId> = { [K in Id]: (given: Checked) => Outcome };

/**
 * What is checked: the draft, and the values that must not be in it (names, addresses, numbers of the
 * client and of contacts). The values are read and never kept in a result.
 */
export type Checked = { snapshot: PacketSnapshot; protectedValues: readonly string[] };

export const pass = (reason: string): Outcome => ({ result: "pass", reason });
export const fail = (reason: string): Outcome => ({ result: "fail", reason });
export const na = (reason: string): Outcome => ({ result: "na", reason });

/** Pass when the list of what is missing is empty, else fail and say which. */
export function none(missing: readonly string[], ok: string, problem: string): Outcome {
  return missing.length === 0 ? pass(ok) : fail(`${problem}: ${missing.join(", ")}.`);
}

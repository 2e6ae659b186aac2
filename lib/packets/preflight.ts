import { matterChecks } from "./preflight-checks-matter";
import { recordChecks } from "./preflight-checks-record";
import { type PreflightLineId, preflightLines } from "./preflight-lines";
import type { Checks } from "./preflight-outcome";
import type { PacketSnapshot, PreflightResult } from "./snapshot";

const checks: Checks<PreflightLineId> = { ...matterChecks, ...recordChecks };

/**
 * Runs every line of the checklist over a draft. Pure: today is the day on which the draft was built.
 * An override given before is not carried over; the caller adds it to the fresh result.
 */
export function runPreflight(snapshot: PacketSnapshot, protectedValues: readonly string[] = []): PreflightResult[] {
  const given = { snapshot, protectedValues };
  return preflightLines.map((line) => ({ id: line.id, ...checks[line.id](given), field: line.field, override: null }));
}

/** Whether a draft may be approved: every failed line is overridden with a reason. */
export function mayBeApproved(results: readonly PreflightResult[]): boolean {
  return results.length > 0 && results.every((line) => line.result !== "fail" || line.override !== null);
}

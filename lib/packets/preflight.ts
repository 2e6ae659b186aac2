import type { Checklist } from "@/lib/jurisdictions/checklist-types";
import { checklistOf } from "./checklists/checklist-of";
import { answer } from "./checklists/checks";
import type { PacketSnapshot, PreflightResult } from "./snapshot";
import { guessedSecrets, type Secret } from "./taking/leaks";

/** The checklist that a snapshot is checked against: by its kind and its pair. */
export function checklistFor(snapshot: PacketSnapshot): Checklist {
  return checklistOf(snapshot.packet.kind, snapshot.case.pair);
}

/**
 * Runs every line of the receiver's checklist over a draft. Pure: today is the day on which the draft was built.
 * An override given before is not carried over; the caller adds it to the fresh result.
 */
export function runPreflight(
  snapshot: PacketSnapshot,
  protectedValues: readonly (string | Secret)[] = [],
): PreflightResult[] {
  const { lines } = checklistFor(snapshot);
  const given = { snapshot, secrets: guessedSecrets(protectedValues), law: lines.flatMap((line) => line.law) };
  return lines.map((line) => ({ id: line.id, ...answer(line, given), field: line.field, override: null }));
}

/** Whether a draft may be approved: every failed line is overridden with a reason. */
export function mayBeApproved(results: readonly PreflightResult[]): boolean {
  return results.length > 0 && results.every((line) => line.result !== "fail" || line.override !== null);
}

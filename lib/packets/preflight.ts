import type { Checklist } from "@/lib/jurisdictions/checklist-types";
import { checklistOf } from "./checklists/checklist-of";
import { answer } from "./checklists/checks";
import { picturesOutcome } from "./checklists/pictures";
import { lookField, mendingPlace } from "./labels";
import type { PacketSnapshot, PreflightResult } from "./snapshot";
import { guessedSecrets, type Secret } from "./taking/leaks";
import type { PreflightView } from "./types";

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
  return lines.map((line) => ({ id: line.id, field: line.field, ...answer(line, given), override: null }));
}

/** Whether a draft may be approved: every failed line is overridden with a reason, where a reason is enough. */
export function mayBeApproved(results: readonly PreflightResult[]): boolean {
  const stands = (line: PreflightResult) => line.override !== null && line.field !== lookField;
  return results.length > 0 && results.every((line) => line.result !== "fail" || stands(line));
}

/** What the kept result says of pictures, as people looked at them since: for a packet that waits for approval. */
export function withLooks(lines: readonly PreflightView[], snapshot: PacketSnapshot): PreflightView[] {
  const asks = new Map(checklistFor(snapshot).lines.map((line) => [line.id, line]));
  return lines.map((line) => {
    const own = asks.get(line.id);
    if (own?.check !== "nothing_protected") return line;
    const { field = own.field, ...said } = picturesOutcome(snapshot);
    return { ...line, ...said, field, link: mendingPlace(field) };
  });
}

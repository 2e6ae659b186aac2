import type { Checklist, ChecklistLine } from "@/lib/law/jurisdictions/checklist-types";
import { placeToCorrect, withoutReason } from "../labels";
import type { Covers } from "../snapshot/covered";
import { guessedSecrets, type Secret } from "../snapshot/leaks";
import type { PacketSnapshot, PreflightResult } from "../snapshot/snapshot";
import type { PreflightView } from "../types";
import { checklistOf } from "./checklist-of";
import { answer } from "./checks";
import type { Outcome } from "./outcome";
import { picturesOutcome } from "./pictures";
import { releaseChecks } from "./release-checks";

/** The checklist that a snapshot is checked against: by its kind and its pair. */
export function checklistFor(snapshot: PacketSnapshot): Checklist {
  return checklistOf(snapshot.packet.kind, snapshot.case.pair);
}

/**
 * Runs every line of the receiver's checklist over a draft. Pure: today is the date of the draft's build. An earlier
 * override is not carried over; the caller adds it to the new result.
 */
export function runPreflight(
  snapshot: PacketSnapshot,
  protectedValues: readonly (string | Secret)[] = [],
  covers: Covers = new Map(),
): PreflightResult[] {
  const { lines } = checklistFor(snapshot);
  const secrets = guessedSecrets(protectedValues);
  const given = { snapshot, secrets, covers, law: lines.flatMap((line) => line.law) };
  return lines.map((line) => {
    const { grave, ...outcome } = answer(line, given);
    return { id: line.id, field: line.field, ...outcome, ...hardnessOf(line, { grave, ...outcome }), override: null };
  });
}

/** Whether no reason overrides this failure: of the whole line, or of what is wrong. */
function hardnessOf(line: ChecklistLine, { result, grave }: Outcome): { hard?: true } {
  const hard = line.hard || (grave !== undefined && line.cannotBeOverridden.includes(grave));
  return result === "fail" && hard ? { hard: true } : {};
}

/** Whether a draft may be approved: every failed line is overridden with a reason, where a reason is sufficient. */
export function mayBeApproved(results: readonly PreflightResult[]): boolean {
  const stands = (line: PreflightResult) => line.override !== null && !line.hard && !withoutReason.includes(line.field);
  return results.length > 0 && results.every((line) => line.result !== "fail" || stands(line));
}

/**
 * The stored result of a packet awaiting approval, updated for its pictures and releases: a picture was checked, a
 * release ended, an officer was removed. @param snapshot with the current state of both
 */
export function linesNow(lines: readonly PreflightView[], snapshot: PacketSnapshot): PreflightView[] {
  const asks = new Map(checklistFor(snapshot).lines.map((line) => [line.id, line]));
  return lines.map((line) => {
    const own = asks.get(line.id);
    const now = own && outcomeNow(own, snapshot);
    if (!now || staysFailed(own, line, now)) return line;
    const { field = own.field, grave, ...outcome } = now;
    const { hard: _then, ...rest } = line;
    return { ...rest, ...outcome, ...hardnessOf(own, { grave, ...outcome }), field, link: placeToCorrect(field) };
  });
}

/** Checking pictures does not remove anything from a text that failed in the build. */
function staysFailed(own: ChecklistLine, line: PreflightView, now: Outcome): boolean {
  return (
    own.check === "nothing_protected" && line.result === "fail" && line.field === own.field && now.result === "pass"
  );
}

function outcomeNow(line: ChecklistLine, snapshot: PacketSnapshot): Outcome | null {
  if (line.check === "nothing_protected") return picturesOutcome(snapshot);
  return line.check in releaseChecks ? answer(line, { snapshot, secrets: [], covers: new Map(), law: [] }) : null;
}

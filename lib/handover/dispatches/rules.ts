import type { ReleaseCheck } from "@/lib/handover/handovers/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/**
 * The release check as of the day something left: an officer removed later was still named then, a release revoked
 * later was still in force.
 */
export function releaseCheckOn(door: ReleaseCheck, day: CivilDate): ReleaseCheck {
  const releases = door.releases.map((release) => ({
    ...release,
    revokedOn: release.revokedOn !== null && release.revokedOn > day ? null : release.revokedOn,
    takenOff: release.takenOff.filter(({ on }) => on <= day),
  }));
  return { ...door, day, releases };
}

/** Why a version cannot have left at this instant; null when it can. Forms know minutes, so the day of approval is cut. */
export function whyNotThen(sentAt: Date, approvedAt: Date | null, now: Date): string | null {
  if (sentAt > now) return "That time is in the future.";
  const minute = 60_000;
  if (!approvedAt || sentAt.getTime() < approvedAt.getTime() - (approvedAt.getTime() % minute))
    return "This version was not approved yet at that time.";
  return null;
}

/** Where an office as free text, and a tracking or receipt number, are encrypted. */
export const officePlace = (row: string) => ({ table: "dispatches", column: "office", row });

export const proofPlace = (row: string) => ({ table: "dispatches", column: "proof", row });

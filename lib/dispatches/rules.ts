import type { Door } from "@/lib/handovers/types";
import type { CivilDate } from "@/lib/platform/calendar";

/** The door as it was on the day when something left: a release that was revoked later stood then. */
export function doorOn(door: Door, day: CivilDate): Door {
  const releases = door.releases.map((release) =>
    release.revokedOn !== null && release.revokedOn > day ? { ...release, revokedOn: null } : release,
  );
  return { ...door, day, releases };
}

/** Why a version cannot have left at this instant; null when it can. Forms know minutes, so the day of approval is cut. */
export function whyNotThen(sentAt: Date, approvedAt: Date | null, now: Date): string | null {
  if (sentAt > now) return "That time is still to come.";
  const minute = 60_000;
  if (!approvedAt || sentAt.getTime() < approvedAt.getTime() - (approvedAt.getTime() % minute))
    return "This version was not approved yet at that time.";
  return null;
}

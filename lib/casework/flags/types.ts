import type { CivilDate } from "@/lib/platform/time/calendar";

export type FlagView = {
  id: string;
  caseId: string;
  message: string;
  lookOn: CivilDate | null;
  raisedBy: string;
  raisedAt: Date;
  resolvedBy: string | null;
  resolvedAt: Date | null;
  resolution: string | null;
};

/** A flag in a list of several cases. */
export type FlagItem = FlagView & { pseudonym: string; code: string; ownerId: string };

import type { CivilDate } from "@/lib/platform/time/calendar";

/** What of the safety of a client is gone through again and again. */
const reviewedThings = ["plan", "risk", "technology"] as const;
export type ReviewedThing = (typeof reviewedThings)[number];

/** The last time that it was gone through. */
export type SafetyReview = {
  id: string;
  about: ReviewedThing;
  reviewedOn: CivilDate;
  /** The day that a person set; null where our default counts. */
  reviewOn: CivilDate | null;
  by: string;
};

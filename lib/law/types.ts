import type { CivilDate } from "@/lib/platform/calendar";

/** What an administrator may bring up to date without a release. */
export const amendableParts = ["offence", "remedy", "agency", "clock"] as const;
export type AmendablePart = (typeof amendableParts)[number];

/** One version of what an organisation found a provision to say: only the fields that differ from the release. */
export type ProvisionChange = {
  part: AmendablePart;
  key: string;
  version: number;
  change: Record<string, unknown>;
  source: string;
  mark: string;
  checkedOn: CivilDate;
  reason: string;
};

export type ProclaimedDay = { calendar: string; day: CivilDate; name: string };

/** A change that the law of this release has no place for any more: it is reported and the release counts. */
export type LeftOut = { part: AmendablePart | "day"; key: string; why: string };

import type { Agency, ClockRule, LegalSource, Offence, Remedy } from "@/lib/jurisdictions/types";
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

/** A provision that may be brought up to date, with its key said alike for every part. */
export type Provision =
  | { part: "offence"; key: string; data: Offence; sources: readonly LegalSource[] }
  | { part: "remedy"; key: string; data: Remedy; sources: readonly LegalSource[] }
  | { part: "agency"; key: string; data: Agency; sources: readonly LegalSource[] }
  | { part: "clock"; key: string; data: ClockRule; sources: readonly LegalSource[] };

import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addDays, type CivilDate, daysBetween } from "@/lib/platform/time/calendar";
import type { Coverage, ReleaseState } from "./types";

/** Our default: consent that is reasonably limited in time (domain reference 10.2). */
export const releaseDays = 30;
const longestDays = 365;
/** A warning comes this many days before the end (T-ROI). */
const warnDays = 7;

/** The last day of a release. @throws AppError invalid on `signedOn` or `expiresOn` */
export function releaseTerm(signedOn: CivilDate, expiresOn: CivilDate | null, today: CivilDate): CivilDate {
  const refuse = (field: string, message: string) => {
    throw new AppError("invalid", message, { [field]: message });
  };
  if (signedOn > today) refuse("signedOn", t("This day is in the future."));
  const end = expiresOn ?? addDays(signedOn, releaseDays);
  const days = daysBetween(signedOn, end);
  if (days < 1) refuse("expiresOn", t("The last day must be after the day of signing."));
  if (days > longestDays) refuse("expiresOn", t("At most one year from the day of signing."));
  if (end < today)
    refuse(expiresOn ? "expiresOn" : "signedOn", t("This release is over already. Ask the client to sign a new one."));
  return end;
}

/** The state of a release on a date. It is valid through its last day. */
export function releaseState(
  release: { expiresOn: CivilDate; revokedAt: Date | null },
  today: CivilDate,
): ReleaseState {
  if (release.revokedAt) return "revoked";
  if (release.expiresOn < today) return "expired";
  return daysBetween(today, release.expiresOn) <= warnDays ? "ends_soon" : "in_force";
}

/** `Exhibits E-01, E-04; who and where the client is` */
export function coverageWords({ allExhibits, exhibits, identity }: Coverage): string {
  const codes = exhibits.map(exhibitLabel);
  const named =
    codes.length === 1 ? t("Exhibit {codes}", { codes: codes[0] }) : t("Exhibits {value}", { value: codes.join(", ") });
  const files = allExhibits ? t("All exhibits") : codes.length > 0 ? named : t("No exhibit");
  return identity ? t("{files}; who and where the client is", { files }) : files;
}

type Officer = { name: string; unit: string };

/**
 * Whether the text of a document may mean this officer. It only sorts them first in a list: a person selects whom it
 * means.
 */
export function mayMean(words: string, { name, unit }: Officer): boolean {
  const message = words.toLowerCase();
  return [name, unit].some((part) => part.length > 3 && message.includes(part.toLowerCase()));
}

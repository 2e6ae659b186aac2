import type { Playbook, Process } from "@/lib/law/jurisdictions/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { AuthorityState, Giver } from "./types";

type Term = { signedOn: CivilDate; expiresOn: CivilDate | null; revokedAt: Date | null };

/** The state of an authority on a date. It is valid from the day it was signed through its last day. */
export function authorityState(authority: Term, on: CivilDate): AuthorityState {
  if (authority.revokedAt) return "revoked";
  if (authority.signedOn > on) return "not_yet";
  return authority.expiresOn !== null && authority.expiresOn < on ? "expired" : "in_force";
}

/** @throws AppError invalid on `signedOn` or `expiresOn` */
export function checkTerm(signedOn: CivilDate, expiresOn: CivilDate | null, today: CivilDate): void {
  if (signedOn > today) refuse("signedOn", t("This day is in the future."));
  if (expiresOn === null) return;
  if (expiresOn <= signedOn) refuse("expiresOn", t("The last day must be after the day of signing."));
  if (expiresOn < today) refuse("expiresOn", t("This authority is over already. Ask the client to sign a new one."));
}

/** An adult signs alone. @throws AppError invalid on `givenBy` */
export function checkGiver(givenBy: Giver, clientIsMinor: boolean): void {
  if (givenBy === "guardian" && !clientIsMinor)
    refuse("givenBy", t("Only for a client under 18. An adult client signs in person."));
}

/** The processes of the two countries of a case, and those of no country. */
export function processesOf(processes: readonly Process[], playbook: Playbook | null): Process[] {
  const here = ["", playbook?.home.code, playbook?.there.code];
  return processes.filter((candidate) => here.includes(candidate.jurisdiction));
}

/** `AUTH-1` */
export const authorityCode = (number: number): string => `AUTH-${number}`;

export function refuse(field: string, message: string): never {
  throw new AppError("invalid", message, { [field]: message });
}

import type { z } from "zod";
import type { Tokens } from "@/lib/kernel/access/search-tokens";
import type { Vault } from "@/lib/kernel/access/vault";
import { findPlatform, houseLaw, type Law } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { instantOnWall } from "@/lib/platform/time/zone";
import type { AccountShape, IncidentShape, OpenCase } from "./input";
import { handleNotKnown, imageNatures } from "./labels";
import type { Risk } from "./types";

/** `CD-26-0142`: the organisation's prefix, the year of opening, and a number that never returns. */
export function caseCode(prefix: string, year: string, number: number): string {
  return `${prefix}-${year.slice(-2)}-${String(number).padStart(4, "0")}`;
}

/**
 * Whether the next date of a case, or its hour, is over; the same rule as overdueCases. `today`: in the case's home
 * country.
 */
export const isPastDue = (
  { nextDueOn, nextDueAt }: { nextDueOn: CivilDate | null; nextDueAt: Date | null },
  today: CivilDate,
  now: Date,
): boolean =>
  nextDueOn !== null && (nextDueOn < today || (nextDueOn === today && nextDueAt !== null && nextDueAt < now));

/** Risk and danger in one word, for the log. */
export function riskWord(risk: Risk, inDanger: boolean): string {
  return inDanger ? t("{risk}, in danger", { risk }) : risk;
}

type Place = { orgId: string; caseId: string };

type AccountDraft = Omit<z.output<typeof AccountShape>, "idNotKnown">;

export const isKnownByPhone = (platform: string, law: Law = houseLaw): boolean =>
  /^phone number/i.test(findPlatform(platform, law)?.stableIdentifier ?? "");

const internationalPhone = /^\+\d[\d ().-]{6,20}$/;

/** If the law data says that the phone number is the id, an account named by its number has its id. */
export function stableId(
  { platform, platformId, handle }: { platform: string; platformId: string | null; handle: string },
  law: Law = houseLaw,
): string | null {
  if (platformId || !isKnownByPhone(platform, law)) return platformId;
  return internationalPhone.test(handle.trim()) ? handle.trim() : null;
}

/** The row of an account, without related rows. */
export function accountRow(
  place: Place,
  row: { id: string; number: number; subjectId: string; addedAt: Date },
  draft: AccountDraft,
) {
  const { platform, handle, url, displayName, confidence, linkReason, firstSeenOn, lastSeenOn } = draft;
  const platformId = stableId(draft);
  const accountFields = {
    platform,
    platformId,
    handle,
    url,
    displayName,
    confidence,
    linkReason,
    firstSeenOn,
    lastSeenOn,
  };
  return { ...place, ...row, ...accountFields };
}

/** The keyed tokens by which an account is found again, in this case or in another. */
export function accountTokens(
  tokens: Tokens,
  orgId: string,
  account: { id: string; platform: string; handle: string; platformId: string | null },
) {
  const token = (field: "handle" | "platform_id", value: string) => ({
    orgId,
    ownerKind: "account" as const,
    ownerId: account.id,
    field,
    match: "exact" as const,
    token: tokens.exact(field, value),
  });
  const known = account.platformId ? [token("platform_id", `${account.platform}:${account.platformId}`)] : [];
  return account.handle === handleNotKnown ? known : [token("handle", account.handle), ...known];
}

/** Which field of a new or changed account repeats another account of the case, or null. */
export function repeatedAccount(
  draft: { platform: string; handle: string; platformId: string | null },
  others: readonly { platform: string; handle: string; platformId: string | null }[],
): { field: "handle" | "platformId"; message: string } | null {
  const fold = (handle: string) => handle.trim().replace(/^@/, "").toLowerCase();
  const here = others.filter((other) => other.platform === draft.platform);
  if (draft.platformId && here.some((other) => other.platformId === draft.platformId)) {
    return { field: "platformId", message: t("An account with this id is on the case already.") };
  }
  if (draft.handle === handleNotKnown) return null;
  // Two accounts may have used the same handle in turn, but only their IDs can distinguish them.
  const alike = here.filter((other) => fold(other.handle) === fold(draft.handle));
  const apart = draft.platformId !== null && alike.every((other) => other.platformId !== null);
  if (alike.length === 0 || apart) return null;
  return {
    field: "handle",
    message: t("An account with this handle is on the case already. Add its id to tell them apart."),
  };
}

type IncidentDraft = Omit<z.output<typeof IncidentShape>, "kind" | "nature"> & {
  kind: "act" | "event";
  nature: string;
};

/** When an incident happened, in UTC. @throws AppError invalid on `when` */
export function happenedAt(draft: { when: string; zone: string }): Date {
  const instant = instantOnWall(draft.when, draft.zone);
  if (!instant) throw new AppError("invalid", t("This time is not usable."), { when: t("Use a day and a time.") });
  return instant;
}

/** The same where the time may not be known: null then. @throws AppError invalid on `when` */
export const knownTime = ({ when, zone }: { when: string | null; zone: string }): Date | null =>
  when === null ? null : happenedAt({ when, zone });

/**
 * The columns of an incident, with quoted words and description encrypted under the case's key.
 * @param natureVersion the words under which its nature was chosen, from settleChoice
 */
export function incidentFacts(vault: Vault, id: string, draft: IncidentDraft, natureVersion: string | null) {
  const place = (column: string) => ({ table: "incidents", column, row: id });
  return {
    kind: draft.kind,
    nature: draft.nature,
    natureVersion,
    happenedAt: knownTime(draft),
    zone: draft.zone,
    timeIsExact: draft.when !== null && !draft.timeIsAbout,
    url: draft.url,
    words: vault.sealMaybe(place("words"), draft.words),
    what: vault.seal(place("what"), draft.what),
    isKnowledge: draft.isKnowledge || draft.knowledge !== null,
    knowledge: draft.knowledge,
  };
}

/**
 * True when an incident of this nature may leave an intimate image of a minor on the case: the client is under 18.
 * Source: domain reference 0 and 12.8, as lib/law/jurisdictions carries them.
 */
export function mayShowMinor(nature: string, clientIsMinor: boolean): boolean {
  return clientIsMinor && imageNatures.includes(nature);
}

/** Why a stop set by the record itself is in force. */
export const stopByRecord = t(
  "The client is under 18 and an intimate image is on the record. The record set this stop by itself.",
);

/** The place of an encrypted value of a consent. */
export const consentPlace = (column: string, row: string) => ({ table: "consents", column, row });

/** The row of a stop for images of a minor, its reason sealed under the case's key. */
export function stopRow(
  vault: Vault,
  row: { id: string; orgId: string; caseId: string; setBy: string; setAt: Date },
  reason: string,
) {
  return { ...row, reason: vault.seal({ table: "image_stops", column: "reason", row: row.id }, reason) };
}

/** Nothing can have happened yet; null: the time is not known. @throws AppError invalid on the field */
export function refuseFuture(instant: Date | null, now: Date, field: string): void {
  if (instant !== null && instant > now) {
    throw new AppError("invalid", t("This is in the future."), {
      [field]: t("This time is in the future. Check the day and the zone."),
    });
  }
}

/**
 * Checks beyond the schema when opening a case, by form or import: unknown platform, duplicate account, future time.
 * @throws AppError invalid at the field
 */
export function refuseUnusable(
  input: Pick<z.output<typeof OpenCase>, "accounts" | "incidents">,
  law: Law,
  now: Date,
): void {
  for (const [at, account] of input.accounts.entries()) {
    const field = `accounts.${at}`;
    if (!findPlatform(account.platform, law)) {
      throw new AppError("invalid", t("No such platform."), {
        [`${field}.platform`]: t("Choose a platform from the list."),
      });
    }
    const repeated = repeatedAccount(account, input.accounts.slice(0, at));
    if (repeated) throw new AppError("invalid", repeated.message, { [`${field}.${repeated.field}`]: repeated.message });
  }
  for (const [at, incident] of input.incidents.entries()) {
    refuseFuture(knownTime(incident), now, `incidents.${at}.when`);
  }
}

/** The instant that represents a past date of a case: noon in its home country, or now if the date is today. */
export function onThatDay(day: string, zone: string, now: Date): Date {
  const noon = instantOnWall(`${day}T12:00`, zone) ?? now;
  return noon < now ? noon : now;
}

type Past = { openedOn: string | null; closedOn: string | null; outcome: string | null };

/** No case still being worked on is older; such a year is a typing or spreadsheet error. */
const firstDay = "1990-01-01";

/**
 * Checks the dates of an imported case, as civil dates in the pair's home country.
 * @throws AppError invalid at the field
 */
export function refuseOddDays({ openedOn, closedOn, outcome }: Past, zone: string, now: Date): void {
  const refuse = (field: string, text: string) => {
    throw new AppError("invalid", text, { [field]: text });
  };
  const today = civilDate(now, zone);
  for (const [field, day] of Object.entries({ openedOn, closedOn })) {
    if (day && day > today) refuse(field, t("This date is in the future. Check the day and the year."));
    if (day && day < firstDay) refuse(field, t("This is too long ago. Check the year."));
  }
  if (closedOn && !openedOn) refuse("openedOn", t("Say when it was opened, too."));
  if (closedOn && openedOn && closedOn < openedOn) refuse("closedOn", t("It cannot be closed before it was opened."));
  if (closedOn && !outcome) refuse("outcome", t("Say how it ended."));
  if (outcome && !closedOn) refuse("closedOn", t("Say on which day it was closed."));
}

/** @throws AppError forbidden for a colleague who only works on the case */
export function requireOwnerOrSupervisor(
  actor: { memberId: string | null; role: string },
  ownerId: string,
  what: string,
): void {
  if (actor.role === "supervisor" || actor.memberId === ownerId) return;
  throw new AppError("forbidden", t("The owner or a supervisor {what}.", { what }));
}

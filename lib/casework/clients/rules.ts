import { limitWords } from "@/lib/law/clocks/labels";
import { dueOf, ruleFor } from "@/lib/law/clocks/rules";
import { findClock, type Law } from "@/lib/law/jurisdictions/rules";
import { compareText } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { notAgreedYet } from "./labels";
import type { ClientMatch, MatchReason, SafeContact, SafeContactReview } from "./types";

/** The encrypted columns of a client, and the place of an encrypted value. */
export function clientPlace(column: string, clientId: string) {
  return { table: "clients", column, row: clientId };
}

/** `RK-27`: two random letters, so that the code does not contain initials, and a running number. */
export function clientCode(number: number, lot: Uint8Array): string {
  const letters = "BCDFGHJKLMNPQRSTVWXZ";
  const letter = (at: number) => letters[(lot[at] ?? 0) % letters.length];
  return `${letter(0)}${letter(1)}-${number}`;
}

/** `part`: which part of the name that was typed sounds so. */
export type TokenHit = { ownerId: string; field: string; match: "exact" | "sound"; part: number | null };

const certain: Record<string, MatchReason> = {
  name: "name",
  phone: "phone",
  email: "email",
  identity_number: "identity_number",
};

/**
 * Why each owner was hit. Of a name of two parts or more, two parts must sound alike, otherwise every shared first name
 * would match; an exact match always counts.
 */
export function reasonsByOwner(hits: readonly TokenHit[], nameParts: number): Map<string, MatchReason[]> {
  const found = new Map<string, MatchReason[]>();
  const owners = new Set(hits.map((hit) => hit.ownerId));
  for (const ownerId of owners) {
    const own = hits.filter((hit) => hit.ownerId === ownerId);
    const same = own.flatMap((hit) => (hit.match === "exact" ? (certain[hit.field] ?? []) : []));
    const sounds = new Set(own.filter((hit) => hit.match === "sound").map((hit) => hit.part)).size;
    const alike = !same.includes("name") && sounds >= Math.min(2, nameParts) && sounds > 0;
    const reasons: MatchReason[] = alike ? [...same, "sounds_alike"] : same;
    if (reasons.length > 0) found.set(ownerId, reasons);
  }
  return found;
}

/** Certain samenesses first, then likenesses; within that by code name. */
export function inOrderOfMatch(matches: readonly ClientMatch[]): ClientMatch[] {
  const weight = (match: ClientMatch) => match.reasons.filter((reason) => reason !== "sounds_alike").length;
  return matches.toSorted((a, b) => weight(b) - weight(a) || compareText(a.pseudonym, b.pseudonym));
}

/** Which parts of the protocol nobody has agreed with the client yet, by the fields of the form. */
export const openParts = (contact: SafeContact): (keyof SafeContact)[] =>
  (["channel", "hours", "deviceSeenBy", "subjectLine"] as const).filter((part) => contact[part] === notAgreedYet[part]);

/** The safe hours with their zone; hours that nobody agreed yet have none. */
export function hoursIn(hours: string, zoneWord: string): string {
  return hours === notAgreedYet.hours ? hours : `${hours} ${zoneWord}`;
}

/** The part of the protocol that the banner of every page of the case shows. */
export function safeContactLine(contact: SafeContact, zoneWord: string): { how: string; never: string; more: string } {
  const { channel, hours } = contact;
  const when = hours === notAgreedYet.hours ? t("hours not agreed yet") : hoursIn(hours, zoneWord);
  const never = [...contact.never, ...(contact.voicemail ? [] : [t("No voicemail")])];
  const once = [...new Set(never.map((line) => line.replace(/\.+$/, "")))];
  return {
    how: channel === notAgreedYet.channel && hours === notAgreedYet.hours ? channel : `${channel}, ${when}`,
    never: once.map((line) => `${line}.`).join(" "),
    more: contact.codeWord ? t("Use the code word before any detail") : "",
  };
}

type RiskOfCase = { risk: "standard" | "elevated" | "high"; inDanger: boolean; closedAt: Date | null };

/**
 * How often safe contact is reviewed, and until when: the limit of its clock at the highest risk of the client's open
 * cases. Null when the law has no such clock.
 */
export function safeContactReview(
  reviewedOn: CivilDate | null,
  all: readonly RiskOfCase[],
  law: Law,
): SafeContactReview | null {
  const rule = findClock("T-SAFE", law);
  if (!rule) return null;
  const open = all.filter(({ closedAt }) => closedAt === null);
  const isHigh = open.some(({ risk, inDanger }) => inDanger || risk === "high");
  const isElevated = open.some(({ risk }) => risk === "elevated");
  const raised = isHigh ? "high" : isElevated ? "elevated" : undefined;
  const counts = ruleFor(rule, { natures: [], liveLink: false, risk: raised });
  const moment = { today: reviewedOn ?? "", now: null, zone: "UTC" };
  return {
    every: limitWords(counts),
    dueOn: reviewedOn && (dueOf(counts, { on: reviewedOn }, moment, law)?.dueOn ?? null),
  };
}

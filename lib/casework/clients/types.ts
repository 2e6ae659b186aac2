import type { CivilDate } from "@/lib/platform/time/calendar";

/** How the client may be reached. Encrypted as one text; no part of it is stored in plain form. */
export type SafeContact = {
  channel: string;
  hours: string;
  /** IANA zone of `hours` */
  zone: string;
  voicemail: boolean;
  /** Who else sees the device or the account; "nobody" is a valid answer. */
  deviceSeenBy: string;
  codeWord: string | null;
  never: string[];
  subjectLine: string;
  /** What the system itself may send, as agreed; missing: nothing. A new protocol ends it. */
  sending?: SafeSending;
};

/** Messages of the system to a client: on which channels, on which days (1 is Monday) and between which hours. */
export type SafeSending = { sms: boolean; email: boolean; days: number[]; from: string; until: string };

export type SafeContactView = SafeContact & { clientId: string; reviewedOn: CivilDate | null };

/** `every 7 days (high risk or danger)`, and the day by which it is due; null before the first review. */
export type SafeContactReview = { every: string; dueOn: CivilDate | null };

/** Why a client was found: a sameness is certain, a likeness of sound is not. */
export type MatchReason = "name" | "sounds_alike" | "phone" | "email" | "identity_number";

export type ClientMatch = {
  id: string;
  code: string;
  pseudonym: string;
  reasons: MatchReason[];
  cases: { id: string; code: string }[];
};

/** Only clients visible to the person: the result is the same whether or not others match. */
export type ClientSearch = { matches: ClientMatch[] };

export const revealable = ["name", "identityNumber", "phone", "email", "address"] as const;
export type Revealable = (typeof revealable)[number];

/** Those by which a client is reached: an organisation may keep them from a role. */
export const contactFields: readonly Revealable[] = ["phone", "email", "address"];

import type { MatchReason, Revealable } from "./types";

export const matchReasonLabels: Record<MatchReason, string> = {
  name: "Same name",
  sounds_alike: "Name sounds alike",
  phone: "Same phone number",
  email: "Same e-mail address",
  identity_number: "Same identity number",
};

export const revealableLabels: Record<Revealable, string> = {
  name: "Name",
  identityNumber: "Identity number",
  phone: "Phone",
  email: "E-mail",
  address: "Protected address",
};

/** The content of a protocol that nobody has discussed with the client yet. */
export const notAgreedYet = {
  channel: "Not agreed yet: ask the owner of the case first",
  hours: "Not agreed yet",
  voicemail: "no",
  deviceSeenBy: "Not known",
  subjectLine: "Nothing that says what it is about",
};

/** How often the safe-contact protocol is reviewed (our default). */
export const safeContactReviewDays = 30;

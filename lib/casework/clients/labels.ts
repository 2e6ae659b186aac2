import { t } from "@/lib/platform/language/translate";
import type { MatchReason, Revealable } from "./types";

export const matchReasonLabels: Record<MatchReason, string> = {
  name: t("Same name"),
  sounds_alike: t("Name sounds alike"),
  phone: t("Same phone number"),
  email: t("Same e-mail address"),
  identity_number: t("Same identity number"),
};

export const revealableLabels: Record<Revealable, string> = {
  name: t("Name"),
  identityNumber: t("Identity number"),
  phone: t("Phone"),
  email: t("E-mail"),
  address: t("Protected address"),
};

/** The content of a protocol that nobody has discussed with the client yet. */
export const notAgreedYet = {
  channel: t("Not agreed yet: ask the owner of the case first"),
  hours: t("Not agreed yet"),
  voicemail: "no",
  deviceSeenBy: t("Not known"),
  subjectLine: t("Nothing that says what it is about"),
};

import { t } from "@/lib/platform/language/translate";
import type { Audience, FieldKind, FieldRecord, Requirement } from "./types";

export const recordLabels: Record<FieldRecord, string> = {
  case: t("Cases"),
  client: t("Clients"),
  incident: t("Incidents"),
  referral: t("Referrals"),
};

export const fieldKindLabels: Record<FieldKind, string> = {
  short_text: t("Short text"),
  long_text: t("Long text"),
  number: t("Number"),
  date: t("Date"),
  choice: t("Choice from a list"),
  tick: t("Yes or no"),
};

export const audienceLabels: Record<Audience, string> = {
  all: t("Everybody who sees the record"),
  owner: t("The owner of the case, and supervisors"),
  supervisors: t("Supervisors only"),
};

export const requirementLabels: Record<Requirement, string> = {
  never: t("Never required"),
  opening: t("Required to open a case"),
  closing: t("Required to close the case"),
  packet: t("Required for a packet"),
};

export const changeLabels = {
  added: t("Added"),
  amended: t("Changed"),
  retired: t("Retired"),
  restored: t("Brought back"),
} as const;

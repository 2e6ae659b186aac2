import { t } from "@/lib/platform/language/translate";
import type { BodyAct, BodyDetails, BodyKind, Standing } from "./types";

export const bodyKindLabels: Record<BodyKind, string> = {
  police_station: t("Police station"),
  police_unit: t("Police unit"),
  court: t("Court"),
  prosecutor: t("Prosecutor"),
  field_office: t("Field office of a federal agency"),
  state_police: t("State police"),
  attorney_general: t("Attorney general"),
  victim_compensation: t("Victim compensation"),
  regulator: t("Regulator"),
  police_complaints: t("Complaints about police"),
  emergency: t("Emergency line"),
  online_reports: t("Online or phone reports"),
  other: t("Other body"),
};

export const standingLabels: Record<Standing, string> = {
  confirmed: t("Confirmed"),
  unconfirmed: t("Not confirmed"),
  lapsed: t("Confirm again"),
  reported: t("A change was reported"),
  retired: t("Out of use"),
};

export const bodyActLabels: Record<BodyAct, string> = {
  added: t("Added"),
  imported: t("Imported"),
  changed: t("Changed"),
  confirmed: t("Confirmed"),
  reported: t("A change was reported"),
  settled: t("The report was settled: nothing changed"),
  retired: t("Taken out of use"),
  restored: t("In use again"),
  merged: t("Merged"),
  undone: t("Taken back with its import"),
};

export const detailLabels: Record<keyof BodyDetails, string> = {
  kind: t("Kind"),
  country: t("Country"),
  name: t("Name"),
  area: t("Town, province or state"),
  phone: t("Phone"),
  email: t("E-mail"),
  address: t("Address"),
  hours: t("Hours"),
  languages: t("Languages"),
  purpose: t("What it is for"),
  source: t("Source"),
  readOn: t("Read on"),
  mark: t("How sure"),
};

import type { Mark } from "@/lib/law/jurisdictions/types";
import type { BodyKind } from "@/lib/organisation/bodies/types";
import { t } from "@/lib/platform/language/translate";
import type { ImportState, ListField, RowState } from "./types";

export const importStateLabels: Record<ImportState, string> = {
  checked: t("Checked, not imported yet"),
  done: t("Imported"),
  undone: t("Undone"),
  cancelled: t("Given up"),
};

export const rowStateLabels: Record<RowState, string> = {
  new: t("New"),
  changed: t("Differs from the directory"),
  same: t("In the directory already"),
  bad: t("Needs correction"),
  added: t("Added"),
  updated: t("Taken over"),
  left_out: t("Left out"),
};

/** Headers by which a column is known, as they are compared; English and Afrikaans. The first is that of the template. */
export const headerWords: Record<ListField, readonly string[]> = {
  kind: ["kind", "type", "category", "soort", "tipe"],
  country: ["country", "land"],
  name: ["name", "station", "police station", "court", "office", "naam", "stasie", "hof"],
  area: ["area", "province", "state", "town", "city", "district", "provinsie", "dorp", "stad"],
  phone: ["phone", "telephone", "tel", "contact number", "phone number", "telefoon", "foon"],
  email: ["email", "e mail", "mail", "epos", "e pos"],
  address: ["address", "physical address", "street address", "adres", "straatadres"],
  hours: ["hours", "opening hours", "office hours", "ure", "kantoorure"],
  languages: ["languages", "language", "tale", "taal"],
  purpose: ["purpose", "what it is for", "for", "services", "doel"],
  source: ["source", "url", "link", "website", "bron", "webwerf"],
  readOn: ["read on", "date read", "read", "checked on", "date", "gelees op", "datum"],
  mark: ["mark", "how sure", "certainty", "sekerheid", "merk"],
};

/** Kinds as older lists write them. The keys and labels of the product are known besides. */
export const kindWords: Record<string, BodyKind> = {
  saps: "police_station",
  "saps station": "police_station",
  station: "police_station",
  police: "police_station",
  polisiestasie: "police_station",
  fcs: "police_unit",
  "fcs unit": "police_unit",
  unit: "police_unit",
  "magistrate s court": "court",
  "magistrates court": "court",
  magistrate: "court",
  "high court": "court",
  hof: "court",
  landdroshof: "court",
  "field office": "field_office",
  fbi: "field_office",
  "secret service": "field_office",
  usss: "field_office",
  ag: "attorney_general",
  compensation: "victim_compensation",
  "victims compensation": "victim_compensation",
  regulator: "regulator",
  other: "other",
  ander: "other",
};

export const markCells: Record<string, Mark> = {
  primary: "V",
  "primary text": "V",
  secondary: "V2",
  "secondary source": "V2",
  guide: "S",
  general: "G",
  "general knowledge": "G",
  "not confirmed": "C",
  unconfirmed: "C",
  unknown: "C",
};

export const countryWords: Record<string, string> = {
  sa: "ZA",
  rsa: "ZA",
  "south africa": "ZA",
  "suid afrika": "ZA",
  us: "US",
  usa: "US",
  "united states": "US",
  "united states of america": "US",
  "verenigde state": "US",
};

import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";

/**
 * Years after closing. No law in the reference data names a number, so this is the product's own default: long
 * enough for a civil claim, which lapses after 3 years, and for what police still ask.
 */
export const defaultYears = 5;

export const yearsMost = 30;

/** What the law says about retention, according to the reference data. */
export const keepingLaw: LegalSource = {
  text: t(
    "Not longer than necessary, unless a law, a lawful purpose, a contract or consent asks for it; then destroy it so that it cannot be rebuilt.",
  ),
  source: t("POPIA s 14"),
  marks: ["V2"],
  checkedOn: "2026-11-24",
};

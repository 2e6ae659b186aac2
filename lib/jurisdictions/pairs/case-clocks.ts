import type { PlaybookDraft } from "@/lib/jurisdictions/types";

/** Clocks of the whole case between these two countries: the time bars of both, and our own follow-ups. */
export const caseClocks: NonNullable<PlaybookDraft["caseClocks"]> = [
  { code: "T-CRISIS", from: { event: "danger" }, idle: "Review 24 hours after danger is flagged" },
  { code: "T-ROI", from: { event: "release" }, idle: "Warned 7 days before a release ends" },
  { code: "T-EVID", from: { event: "capture" }, idle: "Hash and link checked again after 30 days" },
  { code: "T-IR-3Y", from: { event: "first_act" }, idle: "3 years from the first act" },
  { code: "T-PRESC-CIV", from: { event: "first_act" }, idle: "3 years from the first act" },
  { code: "T-SOL-US", from: { event: "first_act" }, idle: "5 years from the first act" },
  { code: "T-PRESC-ZA", from: { event: "first_act" }, idle: "20 years from the first act" },
  { code: "T-6851", from: { event: "last_act" }, whenTrait: "intimate_images", idle: "4 years from the last act" },
];

import { cite } from "@/lib/jurisdictions/common/cite";
import type { DualCriminalityDraft } from "@/lib/jurisdictions/types";

const analysis = cite(
  "Pairing of elements; have counsel sign off.",
  "Analysis over the elements of both laws, domain reference section 4",
  "G",
);

/** The same table in reverse, for the second pair (domain reference section 4, rows marked reverse). */
export const dualCriminality: DualCriminalityDraft[] = [
  {
    key: "reverse-2261a2",
    home: ["us-2261a2"],
    there: ["za-pha-18", "za-cca-15", "za-ci", "za-dva-17", "za-intim"],
    thereText: "PHA breach; Cybercrimes Act s 15; crimen injuria; DVA; Intimidation Act s 1(1)(a)",
    extraElement: "South Africa has no single stalking offence: split it by act",
    content: "yes",
    contentText: "Through CPA s 205 or RICA",
    sources: [analysis],
  },
  {
    key: "reverse-875c",
    home: ["us-875c"],
    there: ["za-cca-15", "za-intim"],
    thereText: "Cybercrimes Act s 15; common-law assault by threat; Intimidation Act s 1(1)(a)",
    extraElement: "Only the reasonable-person test",
    content: "yes",
    contentText: "Yes",
    sources: [analysis],
  },
  {
    key: "reverse-223h",
    home: ["us-223h"],
    there: ["za-cca-16", "za-fpa-18f", "za-sorma-11a"],
    thereText: "Cybercrimes Act s 16; FPA s 18F; Sexual Offences Act 11A",
    extraElement: "None",
    content: "yes",
    contentText: "Yes",
    sources: [analysis],
  },
  {
    key: "reverse-1030",
    home: ["us-1030"],
    there: ["za-cca-2", "za-cca-3", "za-cca-5-6", "za-cca-7"],
    thereText: "Cybercrimes Act ss 2, 3, 5, 6, 7",
    extraElement: "None",
    content: "yes",
    contentText: "Yes",
    sources: [analysis],
  },
];

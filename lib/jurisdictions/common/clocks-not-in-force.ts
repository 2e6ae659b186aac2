import { cite } from "@/lib/jurisdictions/common/cite";
import type { ClockRuleDraft } from "@/lib/jurisdictions/types";

/** Limits of law that has not commenced: they may be read about and never run. */
export const clocks: ClockRuleDraft[] = [
  {
    code: "T-CCA21",
    title: "Provider particulars, Cybercrimes Act s 21",
    trigger: "direction served",
    limit: { amount: 5, unit: "court_days" },
    kind: "L",
    sense: "deadline",
    calendar: "ZA",
    alertsAfter: [],
    renewal: null,
    enabled: false,
    afterwards: "Not in force: cannot be used.",
    sources: [
      cite("s 21 is not in force.", "lawlibrary.org.za/akn/za/act/2020/19", "V"),
      cite("5 court days by analogy.", "Text of the Act", "C"),
    ],
  },
  {
    code: "T-CCA42",
    title: "Preservation direction, Cybercrimes Act s 42",
    trigger: "direction served",
    limit: { amount: 90, unit: "calendar_days" },
    limitNote: "at most",
    kind: "L",
    sense: "lapse",
    calendar: "ZA",
    alertsAfter: [],
    renewal: null,
    enabled: false,
    afterwards: "Not in force: cannot be used.",
    sources: [cite("s 42 is not in force; at most 90 days.", "acts.co.za s 42", "V")],
  },
  {
    code: "T-CCA54",
    title: "Provider or bank reports to SAPS, Cybercrimes Act s 54",
    trigger: "offence known to the provider",
    limit: { amount: 72, unit: "hours" },
    kind: "L",
    sense: "deadline",
    calendar: "ZA",
    alertsAfter: [],
    renewal: null,
    enabled: false,
    afterwards: "Not in force: cannot be used.",
    sources: [cite("s 54 is not in force; 72 hours.", "Secondary sources", "V2")],
  },
];

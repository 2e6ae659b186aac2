import { cite } from "@/lib/jurisdictions/common/cite";
import type { PlaybookStepDraft } from "@/lib/jurisdictions/types";

const own = cite(
  "The reference has no rule for a US department that refuses: this order and its times are ours.",
  "Our own rule",
  "G",
);

/** The rungs when a US department takes no report. No source was read for them, and each says so. */
export const refusalRungs: NonNullable<PlaybookStepDraft["rungs"]> = [
  {
    key: "us-supervisor",
    to: "Supervisor on duty, on the spot",
    send: "Name of the officer, date, time and the words used",
    clock: "Same day, our default",
    document: "refusal_complaint",
    sources: [own],
  },
  {
    key: "us-head-of-department",
    to: "Head of the department, in writing",
    send: "The same, and a copy of the sworn declaration",
    clock: "7 days, our default",
    clockCode: "T-US-RUNG",
    document: "refusal_complaint",
    sources: [own],
  },
  {
    key: "us-beside",
    to: "FBI tip and IC3, beside the department",
    send: "The facts, and that the department took no report",
    clock: "No set time",
    document: "refusal_complaint",
    sources: [own, cite("File directly with IC3 and the FBI in parallel.", "Reporting guide", "S")],
  },
];

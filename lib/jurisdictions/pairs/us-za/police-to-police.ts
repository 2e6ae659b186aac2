import { cite } from "@/lib/jurisdictions/common/cite";
import type { PlaybookStepDraft, Prerequisite } from "@/lib/jurisdictions/types";
import { takeStep } from "../take-step";
import { policeToPolice as fromAbroad } from "../za-us/police-to-police";

const guide = "Reporting guide";
const reported: Prerequisite = {
  need: "reference",
  anyOf: ["us_police_report", "fbi_case"],
  opens: "when a police report or FBI number is recorded",
};
const knownAccount: Prerequisite = {
  need: "count",
  of: "subjectsWithAccountId",
  atLeast: 1,
  opens: "when an account with its numeric id is recorded",
};

/** Level 4, home side: preservation by the US officer, and the message that crosses. Police only. */
export const policeToPolice: PlaybookStepDraft[] = [
  takeStep(fromAbroad, "preservation-request", {
    prerequisites: [reported, knownAccount],
    agencies: ["us_police", "fbi"],
    guidance: [
      "A US officer asks the company directly: a letter under 18 USC 2703(f), and no treaty is needed.",
      "It is a snapshot: nothing new is kept. Ask soon, and before a removal if you can.",
      "The officer needs the numeric account id, the date range in UTC and the kinds of data.",
      "Data of a provider in South Africa is asked for there, by police and prosecutors.",
    ],
    ifRefused: "Ask the officer whether the FBI can ask instead.",
    sources: [
      cite("Letter from a governmental entity; 90 days, 90 more.", "18 USC 2703(f); tspa.org; DOJ slides", "V2"),
      cite(
        "Companies' rules on preservation and on telling the user.",
        "Platform guidelines, domain reference section 8",
        "V",
        "V2",
      ),
    ],
  }),
  takeStep(fromAbroad, "provider-preserves", { side: "home" }),
  {
    key: "interpol",
    title: "INTERPOL Washington",
    side: "home",
    act: "Prepare the INTERPOL briefing for the officer",
    summary: "Briefing for a message to NCB Pretoria",
    whoMaySend: "Police only",
    whoIcon: "lock",
    sendableByUs: false,
    prerequisites: [reported, knownAccount],
    produces: { references: ["interpol_washington"], document: "interpol_facts", packet: "interpol_briefing" },
    doneWhen: [{ by: "reference", anyOf: ["interpol_washington"] }, { by: "outcome" }],
    waitsOn: "INTERPOL Washington",
    clocks: [],
    notNeeded: [],
    skippable: true,
    refusable: true,
    optional: false,
    climbs: "done",
    notifiesSubject: null,
    agencies: ["interpol_washington", "fbi"],
    guidance: [
      "INTERPOL is for police. The client and the advocate cannot write to it; the officer or the FBI can.",
      "INTERPOL Washington sends the message to NCB Pretoria, which sits in SAPS.",
      "The message needs one purpose, the facts, the offence in both countries, and the fullest identifiers.",
      "Leave out anything political, military, religious or racial.",
      "Record the number when the officer tells you.",
    ],
    ifStalled: "Ask the officer whether the briefing went to INTERPOL Washington, and on which date.",
    ifRefused: "Ask which point was not met and mend the briefing.",
    sources: [
      cite("The US NCB sits in the DOJ; 196 members.", guide, "S"),
      cite(
        "What it asks of a message to or from a member country.",
        "Archived Justice Manual, Organization and Functions Manual 5",
        "V",
        "C",
      ),
      cite("One purpose for each message; neutrality.", "RPD Art 10(2); Constitution Art 3 (otherside.law)", "V2", "G"),
    ],
  },
];

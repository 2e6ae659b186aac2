import type { Crossing, PlaybookDraft, PlaybookLevel } from "@/lib/jurisdictions/types";
import { caseClocks } from "./case-clocks";
import { investigateHome } from "./za-us/investigate-home";
import { investigateThere } from "./za-us/investigate-there";
import { keepSafe } from "./za-us/keep-safe";
import { onRecordHome } from "./za-us/on-record-home";
import { onRecordThere } from "./za-us/on-record-there";
import { policeToPolice } from "./za-us/police-to-police";
import { stateToState } from "./za-us/state-to-state";
import { warnings } from "./za-us/warnings";

const direct: Crossing = { kind: "direct", label: "Direct" };

const levels: PlaybookLevel[] = [
  {
    key: "keep-safe",
    name: "Keep safe, keep proof",
    rows: [
      { home: "emergency" },
      {
        home: "safe-contact",
        note: {
          side: "there",
          text: "Nothing is sent over the border until the proof is kept: some companies tell the account holder.",
        },
      },
      { home: "preserve-evidence" },
    ],
  },
  {
    key: "on-record",
    name: "Put it on record",
    rows: [
      { home: "sworn-statement", crossing: direct, there: "platform-reports" },
      { home: "csc-report", crossing: direct, there: "take-it-down" },
      { home: "refusal-branch", crossing: direct, there: "ic3" },
      { home: "crime-stop", crossing: direct, there: "stopncii" },
    ],
  },
  {
    key: "investigate",
    name: "Investigate and protect",
    rows: [
      { home: "detective", crossing: direct, there: "us-police-report" },
      { home: "protection-order", crossing: direct, there: "state-protective-order" },
      { home: "dpci", crossing: direct, there: "fbi-tip" },
      { home: "information-regulator" },
      { home: "film-board" },
    ],
  },
  {
    key: "police-to-police",
    name: "Police to police",
    rows: [
      {
        home: "preservation-request",
        crossing: {
          kind: "bridge",
          sign: "lock",
          title: "Police to company",
          later: "Police only",
          open: "Briefing handed over",
          crossed: "Crossed",
        },
        there: "provider-preserves",
      },
      {
        home: "interpol",
        crossing: {
          kind: "bridge",
          sign: "lock",
          title: "Police to police",
          later: "INTERPOL, police only",
          open: "Briefing handed over",
          crossed: "Crossed",
        },
        there: "interpol-washington",
      },
    ],
  },
  {
    key: "state-to-state",
    name: "State to state",
    rows: [
      {
        home: "mla-request",
        crossing: {
          kind: "bridge",
          sign: "landmark",
          title: "State to state",
          later: "Treaty, TIAS 13061",
          open: "Dossier handed over",
          crossed: "Crossed",
        },
        there: "oia",
      },
      {
        home: "letter-rogatory",
        crossing: {
          kind: "bridge",
          sign: "landmark",
          title: "Court to court",
          later: "The other way, slower",
          open: "With the court",
          crossed: "Crossed",
        },
        there: "us-court",
      },
    ],
  },
  {
    key: "charged",
    name: "Charged there",
    rows: [
      {
        there: "us-federal-case",
        note: { side: "home", text: "Once the FBI opens a case, data held in the US needs no treaty request." },
      },
    ],
  },
];

const steps = [
  ...keepSafe,
  ...onRecordHome,
  ...onRecordThere,
  ...investigateHome,
  ...investigateThere,
  ...policeToPolice,
  ...stateToState,
];

/** The first pair: the client is in South Africa, the subject in the United States. */
export const playbook: PlaybookDraft = {
  pair: "ZA-US",
  version: 1,
  publishedOn: "2026-11-24",
  home: { code: "ZA", name: "South Africa", zone: "Africa/Johannesburg", demonym: "South African" },
  there: { code: "US", name: "United States", zone: "America/New_York", demonym: "US" },
  levels,
  caseClocks,
  warnings,
  steps: Object.fromEntries(steps.map((step) => [step.key, step])),
};

import type { Crossing, PlaybookDraft, PlaybookLevel } from "@/lib/jurisdictions/types";
import { caseClocks } from "./case-clocks";
import { investigateHome } from "./us-za/investigate-home";
import { investigateThere } from "./us-za/investigate-there";
import { keepSafe } from "./us-za/keep-safe";
import { onRecordOnline } from "./us-za/on-record-online";
import { onRecordPolice } from "./us-za/on-record-police";
import { onRecordThere } from "./us-za/on-record-there";
import { policeThere } from "./us-za/police-there";
import { policeToPolice } from "./us-za/police-to-police";
import { stateToState } from "./us-za/state-to-state";

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
      { home: "sworn-declaration", crossing: direct, there: "information-regulator" },
      { home: "us-police-report", crossing: direct, there: "film-board" },
      { home: "refusal-branch", crossing: direct, there: "ecta-takedown" },
      { home: "ic3" },
      {
        home: "platform-reports",
        note: { side: "there", text: "The companies are at home here: their reports need no border." },
      },
      { home: "take-it-down" },
      { home: "stopncii" },
      { home: "cybertipline" },
      { home: "fbi-tip" },
    ],
  },
  {
    key: "investigate",
    name: "Investigate and protect",
    rows: [
      { home: "state-protective-order", crossing: direct, there: "protection-order" },
      { home: "us-officer" },
      { home: "us-federal-case", there: "provider-direction" },
    ],
  },
  {
    key: "police-to-police",
    name: "Police to police",
    rows: [
      {
        home: "preservation-request",
        note: { side: "there", text: "Companies in the US keep the data on a US officer's letter." },
      },
      { home: "provider-preserves" },
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
        there: "ncb-pretoria",
      },
      { there: "saps-docket" },
      { there: "dpci-there" },
      { there: "za-provider-data" },
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
        there: "doj-cd",
      },
      {
        home: "us-letter-rogatory",
        crossing: {
          kind: "bridge",
          sign: "landmark",
          title: "Court to court",
          later: "The other way, slower",
          open: "With the court",
          crossed: "Crossed",
        },
        there: "za-court",
      },
    ],
  },
  {
    key: "charged",
    name: "Charged there",
    rows: [
      {
        there: "npa-prosecution",
        note: { side: "home", text: "The prosecutor there decides. The answer comes back by way of police or OIA." },
      },
    ],
  },
];

const steps = [
  ...keepSafe,
  ...onRecordPolice,
  ...onRecordOnline,
  ...onRecordThere,
  ...investigateHome,
  ...investigateThere,
  ...policeToPolice,
  ...policeThere,
  ...stateToState,
];

/** The second pair, the mirror of the first: the client is in the United States, the subject in South Africa. */
export const playbook: PlaybookDraft = {
  pair: "US-ZA",
  version: 1,
  publishedOn: "2026-11-24",
  home: { code: "US", name: "United States", zone: "America/New_York", demonym: "US" },
  there: { code: "ZA", name: "South Africa", zone: "Africa/Johannesburg", demonym: "South African" },
  levels,
  caseClocks,
  steps: Object.fromEntries(steps.map((step) => [step.key, step])),
};

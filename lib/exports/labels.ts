import type { ExportState } from "./types";

export const stateLabels: Record<ExportState, string> = {
  waiting: "Waits for a second person",
  building: "Being made",
  ready: "Ready",
  failed: "Not made",
  refused: "Refused",
  cleared: "Cleared away",
};

/** How long a folder lies ready, in days. */
export const keptDays = 7;

/** What a person has to know before such a folder is made. */
export const warnings = [
  "Everything in it is in clear: the client's name, contacts and address, what was said, every original file.",
  "Hidden pictures and words are in it as they came. Open it only where nobody looks over your shoulder.",
  "Whoever has the file can read it. Keep it on an encrypted disk, hand it on in person, and delete it after.",
  "Secrets such as a PIN are not in it, nor is any key of this system.",
] as const;

/** Each kind of record: the name of its file, and what it is called. */
export const kindTitles = {
  client: "Client",
  case: "Case",
  people: "People of the organisation",
  case_members: "Who works on it",
  subjects: "Subjects",
  accounts: "Accounts",
  account_handles: "Handles over time",
  identifiers: "Identifiers",
  account_exhibits: "Exhibits that show an account",
  incidents: "Incidents",
  incident_exhibits: "Exhibits of incidents",
  exhibits: "Exhibits",
  derivatives: "Copies made from exhibits",
  custody_events: "Custody ledger",
  scans: "Virus scans",
  timestamps: "Time stamps",
  exposures: "Who saw what was hidden",
  references: "Numbers",
  reference_changes: "Changes of numbers",
  case_steps: "Steps",
  step_events: "History of steps",
  clock_changes: "Changes of clocks",
  hand_clocks: "Clocks started by hand",
  preservations: "Preservations",
  charges: "Offences",
  authorities: "Written authority",
  refusals: "Refusals",
  releases: "Releases",
  documents: "Papers",
  document_versions: "Versions of papers",
  packets: "Packets",
  packet_parts: "Files of packets",
  packet_events: "History of packets",
  dispatches: "Sent outside the portal",
  handovers: "Handovers",
  handover_events: "Ledger of handovers",
  handover_questions: "Questions of officers",
  handover_outcomes: "Outcomes",
  image_stops: "Stops for images of a minor",
  image_sightings: "Sightings of images",
  chat_imports: "Readings of chats",
  chat_senders: "Senders",
  audit: "Log of the case",
} as const;

export type KindName = keyof typeof kindTitles;

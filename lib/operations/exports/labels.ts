import type { ExportState } from "./types";

export const stateLabels: Record<ExportState, string> = {
  waiting: "Waits for a second person",
  building: "Being made",
  ready: "Ready",
  failed: "Not made",
  refused: "Refused",
  cleared: "Cleared away",
};

/** How long an export stays available, in days. */
export const keptDays = 7;

/** What a person must know before such an export is made. */
export const warnings = [
  "Everything in it is in clear: the client's name, contacts and address, what was said, every original file.",
  "Hidden pictures and words are in it as they came. Open it only where nobody looks over your shoulder.",
  "Whoever has the file can read it. Keep it on an encrypted disk, hand it on in person, and delete it after.",
  "Secrets such as a PIN are not in it, nor is any key of this system.",
] as const;

/** Each kind of record: its file name and its title. */
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
  clearances: "Who looked at pictures that leave",
  word_covers: "Words covered in packets",
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
  release_recipients: "Officers whom releases name",
  documents: "Papers",
  document_versions: "Versions of papers",
  packets: "Packets",
  packet_parts: "Files of packets",
  packet_events: "History of packets",
  dispatches: "Sent outside the portal",
  recalls: "Copies that were recalled",
  handovers: "Handovers",
  handover_events: "Ledger of handovers",
  handover_questions: "Questions of officers",
  handover_outcomes: "Outcomes",
  image_stops: "Stops for images of a minor",
  image_sightings: "Sightings of images",
  chat_imports: "Readings of chats",
  chat_senders: "Senders",
  corrections: "Corrections",
  case_restrictions: "Restrictions",
  rights_requests: "Requests of people",
  audit: "Log of the case",
} as const;

export type KindName = keyof typeof kindTitles;

export const accessTitles: Record<string, string> = {
  client: "Who you are, and how you are reached",
  case: "Your cases",
  incidents: "What happened, as you told it",
  exhibits: "List of evidence",
  references: "Numbers from police, courts and platforms",
  documents: "Papers",
  releases: "What you allowed us to give, and to whom",
  authorities: "Where you allowed us to act for you",
  packets: "What was put together for police and courts",
  handovers: "When it was given to them",
  corrections: "What was put right",
  rights_requests: "What you asked of us",
};

const aboutOthers = ["subjects", "accounts", "account_handles", "identifiers", "account_exhibits", "chat_senders"];
const ofStaff = ["people", "case_members", "audit", "exposures"];

/** Why a kind of record is not in a client's folder. */
export function whyLeftOut(kind: string): string {
  if (aboutOthers.includes(kind)) return "about somebody else";
  if (ofStaff.includes(kind)) return "names our staff; who looked is listed day by day instead";
  return "how we work on the case; ask us about it";
}

/** Heads the page of a client's folder. */
export const accessWords = [
  "Names, addresses and numbers of other people were left out or put out, also of the person the case is about, of officers and of our staff. Words in square brackets stand in their place.",
  "Pictures and files are listed, and not in this folder: other people are in them. Ask us to look at them together.",
] as const;

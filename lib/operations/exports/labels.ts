import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { ExportState } from "./types";

export const stateLabels: Record<ExportState, string> = labelTable(() => ({
  waiting: t("Waiting for a second person"),
  building: t("Being made"),
  ready: t("Ready"),
  failed: t("Not made"),
  refused: t("Refused"),
  cleared: t("Cleared away"),
}));

/** How long an export stays available, in days. */
export const keptDays = 7;

/** What a person must know before such an export is made. */
export const warnings = labelTable(() => [
  t("Nothing in it is encrypted: the client's name, contacts and address, what was said, every original file."),
  t(
    "Pictures and words that are hidden on screen are in it as received. Open it only where nobody can look over your shoulder.",
  ),
  t("Whoever has the file can read it. Keep it on an encrypted disk, hand it on in person, and delete it after."),
  t("Secrets such as a PIN are not in it, nor is any key of this system."),
]);

/** Each kind of record: its file name and its title. */
export const kindTitles = labelTable(() => ({
  client: t("Client"),
  case: t("Case"),
  people: t("People of the organisation"),
  case_members: t("Who works on it"),
  subjects: t("Subjects"),
  accounts: t("Accounts"),
  account_handles: t("Handles over time"),
  identifiers: t("Identifiers"),
  account_exhibits: t("Exhibits that show an account"),
  case_notes: t("Notes and contacts"),
  note_versions: t("Wordings of notes"),
  incidents: t("Incidents"),
  incident_exhibits: t("Exhibits of incidents"),
  exhibits: t("Exhibits"),
  derivatives: t("Copies made from exhibits"),
  custody_events: t("Custody ledger"),
  clearances: t("Who checked pictures before they left"),
  word_covers: t("Words covered in packets"),
  transcripts: t("Transcripts of recordings"),
  translations: t("Translations of exhibits"),
  scans: t("Virus scans"),
  timestamps: t("Time stamps"),
  exposures: t("Who saw what was hidden"),
  references: t("Numbers"),
  reference_changes: t("Changes of numbers"),
  custom_values: t("Fields of the organisation's own"),
  case_steps: t("Steps"),
  step_events: t("History of steps"),
  clock_changes: t("Changes of clocks"),
  hand_clocks: t("Clocks started by hand"),
  preservations: t("Preservations"),
  takedowns: t("Take-down list"),
  takedown_events: t("Entries of the take-down list"),
  charges: t("Offences"),
  consents: t("Consent, and other grounds"),
  authorities: t("Written authority"),
  referrals: t("Referrals"),
  case_sendings: t("Sent to other systems"),
  refusals: t("Refusals"),
  releases: t("Releases"),
  release_recipients: t("Officers whom releases name"),
  letters: t("Letters in and out"),
  documents: t("Documents"),
  document_versions: t("Versions of documents"),
  filled_forms: t("Official forms, filled"),
  packets: t("Packets"),
  packet_parts: t("Files of packets"),
  packet_events: t("History of packets"),
  dispatches: t("Sent outside the portal"),
  recalls: t("Copies that were recalled"),
  handovers: t("Handovers"),
  handover_events: t("Ledger of handovers"),
  handover_papers: t("Certificates and receipts of handovers"),
  handover_questions: t("Questions of officers"),
  handover_outcomes: t("Outcomes"),
  image_stops: t("Stops for images of a minor"),
  image_sightings: t("Sightings of images"),
  chat_imports: t("Readings of chats"),
  chat_senders: t("Senders"),
  corrections: t("Corrections"),
  case_restrictions: t("Restrictions"),
  rights_requests: t("Data-subject requests"),
  audit: t("Log of the case"),
}));

export type KindName = keyof typeof kindTitles;

export const accessTitles: Record<string, string> = labelTable(() => ({
  client: t("Who you are, and how you are reached"),
  case: t("Your cases"),
  incidents: t("What happened, as you told it"),
  exhibits: t("List of evidence"),
  references: t("Numbers from police, courts and platforms"),
  documents: t("Documents"),
  releases: t("What you allowed us to give, and to whom"),
  consents: t("What you agreed to"),
  authorities: t("Where you allowed us to act for you"),
  referrals: t("To whom we referred you for other help"),
  case_sendings: t("What of your case we sent to their system"),
  packets: t("What was put together for police and courts"),
  handovers: t("When it was given to them"),
  custom_values: t("What we recorded in fields of our own"),
  corrections: t("What was put right"),
  rights_requests: t("What you asked of us"),
}));

const aboutOthers = ["subjects", "accounts", "account_handles", "identifiers", "account_exhibits", "chat_senders"];
const ofStaff = ["people", "case_members", "audit", "exposures"];

/** Why a kind of record is not in a client's folder. */
export function whyLeftOut(kind: string): string {
  if (aboutOthers.includes(kind)) return t("about somebody else");
  if (ofStaff.includes(kind)) return "names our staff; who looked is listed day by day instead";
  return "how we work on the case; ask us about it";
}

/** Heads the page of a client's folder. */
export const accessWords = labelTable(() => [
  t(
    "Names, addresses and numbers of other people were left out or blanked out, including those of the person the case is about, of officers and of our staff. Words in square brackets take their place.",
  ),
  t(
    "Pictures and files are listed, and not in this folder: other people are in them. Ask us to look at them together.",
  ),
]);

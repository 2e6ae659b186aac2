import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { actionWords } from "./labels";
import type { ChainProblem } from "./types";

/** Wording for whole groups, used for actions in a group that have no wording of their own. */
export const groupWords: Record<string, string> = labelTable(() => ({
  factor: t("Passkeys, codes and single sign-on"),
  denial: t("Conflicts of interest"),
  look: "Emergency access",
  retention: "Retention",
  erasure: "Erasure",
  hold: "Holds",
  breach: "Breaches",
  rights: t("Data-subject requests"),
  restriction: "Restrictions",
  keys: t("Keys of encryption"),
  backup: "Backup",
  restore: "Restore",
}));

/** The groups by which the log can be filtered: the part before the dot. */
export const auditGroups: Record<string, string> = labelTable(() => ({
  access: t("Refused attempts"),
  session: "Sign-in",
  member: "People",
  role: "Roles",
  invitation: "Invitations",
  liaison: "Officers",
  organisation: "Organisation",
  installation: t("Installation"),
  signature: t("Packet signature"),
  wishes: "Reminders",
  feed: t("Calendar addresses"),
  api_token: t("API tokens"),
  choice: t("Lists of choices"),
  custom_field: t("Fields of your own"),
  custom_value: t("Values of your own fields"),
  law: "Law",
  client: "Clients",
  danger: "Danger",
  risk: "Risk",
  safety: "Safety",
  consent: "Consent",
  case: "Cases",
  import: "Imports",
  export: "Exports",
  list: t("Lists exported"),
  assignment: t("Cases assigned together"),
  leave: t("Time off and cover"),
  flag: "Flags",
  note: t("Notes and contacts"),
  timeline: t("Timelines"),
  letter: t("Letters"),
  item: t("Snoozed acts"),
  body: t("Stations, courts and other bodies"),
  body_import: t("Directory lists"),
  service: t("Services"),
  referral: t("Referrals"),
  review: t("Review notes"),
  subject: "Subjects",
  account: "Accounts",
  incident: "Incidents",
  step: "Steps",
  ladder: "Ladder",
  clock: "Clocks",
  takedown: t("Take-down list"),
  checks: t("Address checker"),
  preservation: "Preservations",
  reference: "References",
  pairing: t("Browser extension"),
  capture: t("Captured pages"),
  upload: "Uploads",
  exhibit: "Evidence",
  release: "Releases",
  authority: t("Written authority"),
  charge: "Offences",
  refusal: "Refusals",
  document: "Documents",
  form: t("Official forms"),
  packet: "Packets",
  recall: "Recalls",
  handover: "Handovers",
  first_link: t("First links"),
  client_page: t("Clients' pages"),
  client_notice: t("Messages sent to clients"),
  client_message: t("Messages of clients"),
  client_file: t("Files of clients"),
  client_paper: t("Papers of clients"),
  enquiry: "Enquiries",
  incoming_mail: t("Mail that comes in"),
  reply_address: t("Reply addresses"),
  client_text: t("Texts for clients"),
  offline: t("Work offline"),
  arrival: t("From your device"),
  identifier: "Identifiers",
  images: t("Images of a minor"),
  chat: "Chats",
  certificate: "Certificates",
  evidence: t("Checks of evidence"),
  files: t("Stored files"),
  webhook: t("Webhooks"),
  connector: t("Connectors"),
  receiving_system: t("Systems that receive cases"),
  sending: t("Cases sent to other systems"),
  view: t("Saved views"),
  report: "Reports",
  audit: t("The log itself"),
  alert: "Alerts",
  ...groupWords,
}));

/** Who acted, for whom the log has no member: a client, whoever wrote an enquiry, or the product itself. */
export function whoActed(name: string | null, role: string): string {
  if (name !== null) return name;
  if (role === "client") return t("The client");
  return role === "enquirer" ? t("Whoever wrote the enquiry") : "Crossdocket";
}

/** Denied attempts, by action; a trailing `.*` stands for a group. A person's decision to refuse is not one of them. */
export const refusals: readonly string[] = [
  "access.*",
  "session.refused",
  "session.confirm_refused",
  "handover.download_refused",
  "handover.not_theirs",
  "factor.copy_refused",
  "factor.sso_refused",
  "look.refused",
];

/** Details whose values are never typed by a person. */
const plainKeys: readonly string[] = [
  "role",
  "amr",
  "aal",
  "copied",
  "waits",
  "enrols",
  "device",
  "sessions",
  "kind",
  "state",
  "step",
  "rung",
  "pair",
  "risk",
  "platform",
  "permission",
  "part",
  "result",
  "method",
  "key",
  "calendar",
  "day",
  "version",
  "pages",
  "matches",
  "fingerprint",
  "needs",
  "of",
  "rule",
  "problem",
  "seq",
  "entries",
  "anchors",
  "rows",
  "format",
  "from",
  "to",
  "aimed",
  "how",
  "sha256",
  "size",
  "authority",
  "serial",
  "lost",
  "madeSure",
  "invitationId",
  "genTime",
  "on",
  "number",
  "events",
  "originals",
  "derivatives",
  "lines",
  "tokens",
  "broken",
  "removed",
  "spared",
  "apiToken",
];

/** True if an entry can be shown to somebody who sees no cases: it contains nothing typed. */
export function isPlain(detail: Record<string, unknown>): boolean {
  return Object.entries(detail).every(
    ([key, value]) => plainKeys.includes(key) && (value === null || typeof value !== "object"),
  );
}

/** `step.outcome_recorded` as `Step outcome recorded`, unless there is better wording. */
export function auditWords(action: string): string {
  const known = (actionWords as Record<string, string>)[action];
  if (known) return known;
  const [group = "", ...rest] = action.split(".");
  const plain = rest.join(" ").replaceAll("_", " ");
  const about = groupWords[group];
  if (about) return plain ? `${about}: ${plain}` : about;
  const whole = `${group} ${plain}`.replaceAll("_", " ").trim();
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** Keys whose values are never free text, so that nothing typed is shown here. */
const shown: Record<string, string> = labelTable(() => ({
  role: "role",
  amr: "by",
  device: "with",
  kind: "kind",
  state: "state",
  step: "step",
  rung: "rung",
  pair: "pair",
  risk: "risk",
  platform: "platform",
  permission: "permission",
  part: "part",
  result: "result",
  method: "method",
  key: "key",
  calendar: "calendar",
  day: "day",
  version: "version",
  pages: "pages",
  matches: "matches",
  fingerprint: "fingerprint",
  format: "format",
  rows: "rows",
  needs: "needs",
  of: "of",
  rule: "rule",
  problem: "problem",
  seq: "entry",
  entries: "entries",
  anchors: "anchors",
  lost: t("for a lost"),
  madeSure: "made sure",
  apiToken: t("by API token"),
}));

/** The part of an entry's details that an administrator may read: kinds and counts, no names, no reasons. */
export function auditDetail(detail: Record<string, unknown>): string {
  return Object.entries(shown)
    .flatMap(([key, word]) => {
      const value = detail[key];
      if (typeof value !== "string" && typeof value !== "number") return [];
      return [`${word} ${key === "madeSure" ? String(value).replaceAll("_", " ") : value}`];
    })
    .join(", ");
}

/** The problem at the named entry, worded for the middle of a sentence. */
export const problemWords: Record<ChainProblem, string> = {
  missing: t("it is not there, and later ones are"),
  changed: t("it was changed"),
  order: t("it does not follow from the entry before: one of the two was changed, taken out, put in or moved"),
  cut: t("it is not there, although the log went on: its end was cut off"),
  head: t("the log does not end where it ended"),
  rewritten: t("it differs from the anchored one: the log was rewritten up to here"),
  anchor_cut: t("it is not there, although a later one was anchored: the end of the log was cut off"),
  token: t("the time stamp over it does not hold"),
  organisation: t("it was anchored, and its organisation is not there any more"),
  record_differs: t("it differs from the one recorded when it was written: the log was rewritten up to here"),
  record_cut: t("it is not there, although it was recorded when it was written: the end of the log was cut off"),
  record_forged: t("the record of it in log-heads was not made by this installation"),
  anchors_missing: t("its anchor is in the database and not in the file of anchors: lines were taken out of the file"),
  anchors_removed: t("its anchor is outside and not in the database: rows were taken out of the database"),
  anchor_forged: t("the signature of its anchor is not that of this installation"),
  anchor_unsigned: t("its anchor is not signed"),
  anchored_late: t("it is the first that was anchored, and those before it were not in time"),
  not_anchored: t("neither it nor what came after it is anchored, and it has waited too long"),
};

/**
 * When the log counts as not anchored: the last anchor is this old, and an entry has waited this long for the next one.
 */
const lateAfter = { anchorMinutes: 60, entryMinutes: 15 };

/** Whether entries have waited too long for an anchor. All are times of the database, as `ChainRow` has them. */
export function isLate(since: string, anchoredAt: string | null, now: string): boolean {
  const minutes = (at: string) => (Date.parse(`${now}Z`) - Date.parse(`${at}Z`)) / 60_000;
  if (minutes(since) < lateAfter.entryMinutes) return false;
  return anchoredAt === null || minutes(anchoredAt) >= lateAfter.anchorMinutes;
}

import type { ListName } from "@/lib/law/jurisdictions/document-types";
import type { DocumentState, Signer } from "./types";

/** The note of a version saved automatically. */
export const selfSaved = "Saved by itself";

export const stateLabels: Record<DocumentState, string> = {
  draft: "Draft",
  final: "Final",
  sworn: "Sworn",
  withdrawn: "Withdrawn",
};

export const signerLabels: Record<Signer, string> = {
  client: "The client",
  advocate: "We sign for the client",
  officer: "The officer",
  counsel: "Counsel",
  certifier: "Who has the knowledge and certifies",
};

/** The columns of a table: what of the thing, and the head above it. */
export const tableHeads: Record<ListName, readonly (readonly [string, string])[]> = {
  incidents: incidentColumns(),
  acts: incidentColumns(),
  knowledge: incidentColumns(),
  exhibits: [
    ["number", "Exhibit"],
    ["description", "What it is"],
    ["capturedAt", "Captured"],
    ["method", "How"],
    ["sha256", "SHA-256"],
  ],
  accounts: [
    ["platform", "Platform"],
    ["handle", "Handle"],
    ["platformId", "Permanent ID"],
    ["url", "Address"],
    ["displayName", "Name shown"],
  ],
  identifiers: [
    ["whose", "Subject"],
    ["kind", "Kind"],
    ["value", "What was seen"],
    ["confidence", "How sure"],
    ["reason", "What points to the subject"],
    ["shownIn", "Exhibit"],
  ],
  references: [
    ["kind", "Kind"],
    ["number", "Number"],
    ["issuer", "Given by"],
    ["date", "Date"],
  ],
  captures: [
    ["number", "Exhibit"],
    ["at", "Captured"],
    ["method", "How"],
    ["by", "By"],
    ["device", "Device and program"],
    ["clock", "Time from"],
  ],
  hashes: [
    ["number", "Exhibit"],
    ["sha256", "SHA-256"],
    ["size", "Size"],
    ["received", "Received"],
    ["lines", "Ledger"],
    ["checked", "Computed again"],
  ],
  stamps: [
    ["number", "Exhibit"],
    ["authority", "Authority"],
    ["time", "Time (UTC)"],
    ["serial", "Number"],
    ["policy", "Policy"],
  ],
  mails: [
    ["number", "Exhibit"],
    ["line", "Line"],
    ["at", "Time (UTC)"],
    ["server", "Server"],
    ["seen", "Address it saw"],
    ["claimed", "Claimed by the sender's machine"],
  ],
};

function incidentColumns(): readonly (readonly [string, string])[] {
  return [
    ["number", "No."],
    ["at", "When"],
    ["account", "Account"],
    ["words", "Words"],
    ["what", "What happened"],
    ["exhibits", "Exhibits"],
  ];
}

const missing: Record<string, string> = {
  "client.name": "client's name",
  "client.identityNumber": "client's identity number",
  "client.phone": "client's phone",
  "client.email": "client's e-mail",
  "client.address": "client's address",
  "client.pseudonym": "client's code name",
  "author.name": "author's name",
  "organisation.name": "organisation's name",
  "organisation.deskEmail": "desk's e-mail",
  "organisation.deskPhone": "desk's phone",
  "case.code": "case number",
  "case.matter": "matter",
  "case.home": "home country",
  "case.there": "other country",
  today: "date",
  "subject.name": "subject's name",
  "subject.place": "subject's place",
  "subjects.names": "subject's name",
  "subjects.places": "subject's place",
  "subjects.phones": "subject's phone",
  "subjects.emails": "subject's e-mail",
  "subjects.profiles": "subject's profile",
  "subjects.seenAt": "address from which a mail came",
  "account.platform": "account's platform",
  "account.company": "company of the account's platform",
  "account.handle": "account's handle",
  "account.platformId": "account’s permanent ID",
  "account.url": "account's address",
  "account.displayName": "name shown on the account",
  "refusal.office": "office that refused",
  "refusal.officer": "officer's name",
  "refusal.forceNumber": "officer's force number",
  "refusal.at": "time of the refusal",
  "refusal.words": "words of the refusal",
  "refusal.witnesses": "witnesses of the refusal",
  "refusal.step": "step that was refused",
  number: "number",
  at: "time",
  platform: "platform",
  account: "account",
  url: "web address",
  words: "words",
  what: "what happened",
  exhibits: "exhibit",
  description: "description",
  capturedAt: "time of capture",
  method: "way of capture",
  sha256: "SHA-256",
  company: "company",
  handle: "handle",
  platformId: "permanent ID",
  displayName: "name shown",
  kind: "kind of number",
  issuer: "who gave the number",
  date: "date of the number",
  by: "who captured it",
  device: "device",
  clock: "where the time is from",
  size: "size",
  received: "receipt",
  lines: "ledger",
  checked: "check of the hash",
  authority: "authority",
  time: "time",
  serial: "number",
  policy: "policy",
  line: "line",
  server: "server",
  seen: "address that the server saw",
  claimed: "what the sender's machine said of itself",
};

/** What is missing, as shown in a blank: `client's identity number`, `CAS number`. */
export function missingWords(name: string): string {
  const known = missing[name];
  if (known) return known;
  const [, kind, part] = name.split(".");
  if (!name.startsWith("reference.") || !kind) return name;
  const word = kind.replaceAll("_", " ");
  if (part === "issuer") return `who gave the ${word} number`;
  return part === "date" ? `date of the ${word} number` : `${word} number`;
}

/**
 * The relative width of each column of a table: as much as its longer texts need, within bounds. A column of hashes has
 * its own share: a whole line in a narrow table, two lines in a wide one.
 */
export function tableWidths(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const wanted = head.map((title, i) => {
    const lengths = rows.map((row) => row[i]?.length ?? 0).toSorted((a, b) => a - b);
    const most = lengths[Math.floor((lengths.length - 1) * 0.8)] ?? 0;
    return Math.min(60, Math.max(9, title.length + 2, most));
  });
  const hashes = head.findIndex((_, i) => rows.length > 0 && rows.every((row) => /^[0-9a-f]{64}$/.test(row[i] ?? "")));
  if (hashes < 0) return wanted;
  const others = wanted.reduce((sum, width, i) => (i === hashes ? sum : sum + width), 0);
  const share = head.length <= 4 ? 0.6 : 0.31;
  return wanted.map((width, i) => (i === hashes ? (others * share) / (1 - share) : width));
}

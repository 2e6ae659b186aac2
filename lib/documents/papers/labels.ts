import type { ListName } from "@/lib/law/jurisdictions/document-types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { DocumentState, Signer } from "./types";

/** The note of a version saved automatically. */
export const selfSaved = "Saved by itself";

export const stateLabels: Record<DocumentState, string> = labelTable(() => ({
  draft: t("Draft"),
  final: t("Final"),
  sworn: t("Sworn"),
  withdrawn: t("Withdrawn"),
}));

export const signerLabels: Record<Signer, string> = labelTable(() => ({
  client: t("The client"),
  advocate: t("We sign for the client"),
  officer: t("The officer"),
  counsel: t("Counsel"),
  certifier: t("Who has the knowledge and certifies"),
}));

/** The columns of a table: what of the thing, and the head above it. */
export const tableHeads: Record<ListName, readonly (readonly [string, string])[]> = labelTable(() => ({
  incidents: incidentColumns(),
  acts: incidentColumns(),
  knowledge: incidentColumns(),
  exhibits: [
    ["number", "Exhibit"],
    ["description", t("What it is")],
    ["capturedAt", "Captured"],
    ["method", "How"],
    ["sha256", "SHA-256"],
  ],
  accounts: [
    ["platform", "Platform"],
    ["handle", "Handle"],
    ["platformId", t("Permanent ID")],
    ["url", "Address"],
    ["displayName", t("Name shown")],
  ],
  identifiers: [
    ["whose", "Subject"],
    ["kind", "Kind"],
    ["value", t("What was seen")],
    ["confidence", t("How sure")],
    ["reason", t("What points to the subject")],
    ["shownIn", "Exhibit"],
  ],
  references: [
    ["kind", "Kind"],
    ["number", "Number"],
    ["issuer", t("Given by")],
    ["date", "Date"],
  ],
  captures: [
    ["number", "Exhibit"],
    ["at", "Captured"],
    ["method", "How"],
    ["by", "By"],
    ["device", t("Device and program")],
    ["clock", t("Time from")],
  ],
  hashes: [
    ["number", "Exhibit"],
    ["sha256", "SHA-256"],
    ["size", "Size"],
    ["received", "Received"],
    ["lines", "Events"],
    ["checked", t("Computed again")],
  ],
  stamps: [
    ["number", "Exhibit"],
    ["authority", "Authority"],
    ["time", t("Time (UTC)")],
    ["serial", "Number"],
    ["policy", "Policy"],
  ],
  mails: [
    ["number", "Exhibit"],
    ["line", "Line"],
    ["at", t("Time (UTC)")],
    ["server", "Server"],
    ["seen", t("Address it saw")],
    ["claimed", t("Claimed by the sender's machine")],
  ],
}));

function incidentColumns(): readonly (readonly [string, string])[] {
  return [
    ["number", "No."],
    ["at", "When"],
    ["account", "Account"],
    ["words", "Words"],
    ["what", t("What happened")],
    ["exhibits", "Exhibits"],
  ];
}

const missing: Record<string, string> = labelTable(() => ({
  "client.name": t("client's name"),
  "client.identityNumber": t("client's identity number"),
  "client.phone": t("client's phone"),
  "client.email": t("client's e-mail"),
  "client.address": t("client's address"),
  "client.pseudonym": t("client's code name"),
  "author.name": t("author's name"),
  "organisation.name": t("organisation's name"),
  "organisation.deskEmail": t("desk's e-mail"),
  "organisation.deskPhone": t("desk's phone"),
  "case.code": t("case number"),
  "case.matter": "matter",
  "case.home": t("home country"),
  "case.there": t("other country"),
  today: "date",
  "subject.name": t("subject's name"),
  "subject.place": t("subject's place"),
  "subjects.names": t("subject's name"),
  "subjects.places": t("subject's place"),
  "subjects.phones": t("subject's phone"),
  "subjects.emails": t("subject's e-mail"),
  "subjects.profiles": t("subject's profile"),
  "subjects.seenAt": t("address from which a mail came"),
  "account.platform": t("account's platform"),
  "account.company": t("company of the account's platform"),
  "account.handle": t("account's handle"),
  "account.platformId": t("account’s permanent ID"),
  "account.url": t("account's address"),
  "account.displayName": t("name shown on the account"),
  "item.address": t("address of the item"),
  "refusal.office": t("office that refused"),
  "refusal.address": t("address of the office that refused"),
  "refusal.officer": t("officer's name"),
  "refusal.forceNumber": t("officer's force number"),
  "refusal.at": t("time of the refusal"),
  "refusal.words": t("words of the refusal"),
  "refusal.witnesses": t("witnesses of the refusal"),
  "refusal.step": t("step that was refused"),
  "statement.swornOn": t("date of the first statement"),
  "statement.code": t("number of the first statement"),
  number: "number",
  at: "time",
  platform: "platform",
  account: "account",
  url: t("web address"),
  words: "words",
  what: t("what happened"),
  exhibits: "exhibit",
  description: "description",
  capturedAt: t("time of capture"),
  method: t("way of capture"),
  sha256: "SHA-256",
  company: "company",
  handle: "handle",
  platformId: t("permanent ID"),
  displayName: t("name shown"),
  kind: t("kind of number"),
  issuer: t("who gave the number"),
  date: t("date of the number"),
  by: t("who captured it"),
  device: "device",
  clock: t("where the time is from"),
  size: "size",
  received: "receipt",
  lines: "ledger",
  checked: t("check of the hash"),
  authority: "authority",
  time: "time",
  serial: "number",
  policy: "policy",
  line: "line",
  server: "server",
  seen: t("address that the server saw"),
  claimed: t("what the sender's device reported about itself"),
}));

/** What is missing, as shown in a blank: `client's identity number`, `CAS number`. */
export function missingWords(name: string): string {
  const known = missing[name];
  if (known) return known;
  const [, kind, part] = name.split(".");
  if (!name.startsWith("reference.") || !kind) return name;
  const word = kind.replaceAll("_", " ");
  if (part === "issuer") return t("who gave the {word} number", { word });
  return part === "date" ? t("date of the {word} number", { word }) : t("{word} number", { word });
}

/**
 * The relative width of each column of a table: as much as its longer texts need, within bounds. A column of hashes has
 * its own share: a whole line in a narrow table, two lines in a wide one.
 */
export function tableWidths(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const columns = head.map((title, i) => {
    const lengths = rows.map((row) => row[i]?.length ?? 0).toSorted((a, b) => a - b);
    const most = lengths[Math.floor((lengths.length - 1) * 0.8)] ?? 0;
    // A word that is not very long stands whole on its line; a web address has few breaks.
    const words = [title, ...rows.map((row) => row[i] ?? "")].flatMap((text) => text.split(/\s+/));
    const least = Math.max(7, 2 + Math.max(...words.map((text) => Math.min(text.length, 28))));
    return { least, wanted: Math.min(44, Math.max(9, least + 2, most)) };
  });
  const wanted = withinLine(columns);
  const hashes = head.findIndex((_, i) => rows.length > 0 && rows.every((row) => /^[0-9a-f]{64}$/.test(row[i] ?? "")));
  if (hashes < 0) return wanted;
  const others = wanted.reduce((sum, width, i) => (i === hashes ? sum : sum + width), 0);
  const share = head.length <= 4 ? 0.6 : 0.31;
  return wanted.map((width, i) => (i === hashes ? (others * share) / (1 - share) : width));
}

/** How many characters stand beside each other over the width of a page, in the size of tables. */
const lineLength = 100;

/** Where not all fit, each column has at least its longest word, and the rest is shared by what is wanted beyond that. */
function withinLine(columns: readonly { least: number; wanted: number }[]): number[] {
  const all = columns.reduce((sum, { wanted }) => sum + wanted, 0);
  const needed = columns.reduce((sum, { least }) => sum + least, 0);
  if (all <= lineLength || needed >= lineLength) return columns.map(({ wanted }) => wanted);
  const share = (lineLength - needed) / (all - needed);
  return columns.map(({ least, wanted }) => least + (wanted - least) * share);
}

import type { Kind, Plain } from "./types";

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** The name of one of our ids in the folder, such as `exhibits-3`; null if nothing in it has that id. */
export type Naming = (id: string) => string | null;

/** A value without our ids: a reference to something in the folder becomes its name there, any other is omitted. */
export function plainOf(value: unknown, naming: Naming): Plain {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string") return withoutIds(value, naming);
  if (Array.isArray(value)) return value.map((item) => plainOf(item, naming));
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, part]) => [withoutIds(key, naming), plainOf(part, naming)]));
}

function withoutIds(text: string, naming: Naming): string {
  return text.replace(anyId, (id) => naming(id.toLowerCase()) ?? "(internal)");
}

/** Text that was encrypted as JSON is parsed; other text is returned unchanged. */
export function readText(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A name that is valid on every file system. */
export function safeName(name: string): string {
  const kept = name.normalize("NFC").replace(/[^\p{L}\p{N}._ -]+/gu, "_");
  return kept.replace(/^[. ]+|[. ]+$/g, "").slice(0, 100) || "file";
}

/** `E-01`, `E-123` */
export const exhibitName = (number: number): string => `E-${String(number).padStart(2, "0")}`;

/** The ending of a file's own name, if it is a plain one. */
export function endingOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? "";
}

/** `sha256sum -c` reads these lines. */
export function sumLines(files: readonly { name: string; sha256: string }[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1,h2{line-height:1.2}table{border-collapse:collapse;width:100%;margin:0 0 1rem}th,td{text-align:left;vertical-align:top;
border-bottom:1px solid #bbb;padding:.25rem .5rem .25rem 0;overflow-wrap:anywhere}th{width:14rem;font-weight:600}code{font-size:.85em;overflow-wrap:anywhere}
.box{border:2px solid #8a1c1c;padding:.5rem 1rem}@media print{a{color:inherit}table{break-inside:avoid}}`;

/** A page that is read from a disk: plain, printable, no script, nothing from elsewhere. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}</style></head><body>
${body}
</body></html>
`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** One kind of record as a heading and a table for each row; nothing when there is none. */
export function drawKind({ name, title, rows }: Kind): string {
  if (rows.length === 0) return "";
  return `<h2 id="${name}">${escaped(title)}</h2>\n${rows.map(table).join("\n")}`;
}

function table(row: Record<string, Plain>): string {
  const lines = Object.entries(row)
    .filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `<tr><th>${escaped(wordsOf(key))}</th><td>${shownValue(value)}</td></tr>`);
  return `<table>${lines.join("")}</table>`;
}

/** `firstSeenOn` as "First seen on". */
function wordsOf(key: string): string {
  const words = key.replaceAll(/([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shownValue(value: Plain): string {
  if (typeof value === "string") return escaped(value).replaceAll("\n", "<br>");
  if (typeof value !== "object" || value === null) return escaped(String(value));
  return `<code>${escaped(JSON.stringify(value))}</code>`;
}

/** The text of a document in order, where it is text. */
export function documentText(body: Plain): { title: string; text: string } | null {
  if (body === null || typeof body !== "object" || Array.isArray(body)) return null;
  const blocks = Array.isArray(body.blocks) ? body.blocks : [];
  const lines = blocks.flatMap((block) => {
    if (block === null || typeof block !== "object" || Array.isArray(block) || block.kind === "notice") return [];
    const { label, value, text } = block;
    const labelled = typeof label === "string" ? `${label}: ${typeof value === "string" ? value : ""}` : text;
    return typeof labelled === "string" && labelled.trim() !== "" ? [labelled] : [];
  });
  return { title: typeof body.title === "string" ? body.title : "", text: lines.join("\n") };
}

type Seen = { day: string; who: string; what: string };

/** One line per day, person and action, with the count. */
export function foldLooks(all: readonly Seen[]): (Seen & { times: number })[] {
  const found = new Map<string, Seen & { times: number }>();
  for (const record of all) {
    const key = `${record.day} ${record.who} ${record.what}`;
    found.set(key, { ...record, times: (found.get(key)?.times ?? 0) + 1 });
  }
  return [...found.values()];
}

/** What a client is given, column by column: a new column is not disclosed until it is listed here. */
export const accessColumns: Record<string, readonly string[]> = {
  client: [
    "name",
    "pseudonym",
    "code",
    "identityNumber",
    "phone",
    "email",
    "address",
    "isMinor",
    "safeContact",
    "safeContactReviewedOn",
    "registeredAt",
  ],
  case: [
    "code",
    "pair",
    "matter",
    "risk",
    "inDanger",
    "openedAt",
    "closedAt",
    "outcome",
    "outcomeVersion",
    "closingNote",
  ],
  incidents: ["kind", "number", "happenedAt", "zone", "nature", "natureVersion", "what", "words"],
  exhibits: ["number", "receivedAt", "capturedAt", "platform", "originalName", "description", "sha256", "size"],
  references: ["kind", "state", "raw", "issuer", "issuedOn", "receivedVia", "receivedOn"],
  documents: ["number", "kind", "state", "version", "draftedAt", "swornOn", "sentOn"],
  releases: ["number", "recipientRole", "purpose", "items", "signedOn", "expiresOn", "revokedAt"],
  consents: [
    "ground",
    "way",
    "words",
    "purposes",
    "otherPurpose",
    "givenOn",
    "signedName",
    "guardianName",
    "guardianRelation",
    "guardianAgreed",
    "noGuardian",
    "withdrawnOn",
    "withdrawnReason",
  ],
  authorities: ["number", "process", "givenBy", "signedOn", "expiresOn", "revokedAt"],
  referrals: [
    "number",
    "purpose",
    "passedOn",
    "consent",
    "consentOn",
    "consentNote",
    "state",
    "answeredOn",
    "answer",
    "endedOn",
    "outcome",
  ],
  case_sendings: ["body", "askedAt", "state", "settledAt"],
  packets: ["code", "kind", "version", "receiver", "status", "builtAt", "withdrawnAt"],
  handovers: ["deliveredAt", "withAnnex", "openedAt", "downloadedAt", "acknowledgedAt"],
  custom_values: ["fieldId", "value", "isUnknown", "setAt"],
  corrections: ["what", "words", "notedAt"],
  rights_requests: ["number", "kind", "receivedOn", "state", "decidedAt", "answeredOn"],
};

/** Log entries that show that somebody viewed something. */
export const lookedBy = [
  "case.viewed",
  "client.viewed",
  "client.revealed",
  "exhibit.viewed",
  "exhibit.downloaded",
  "look.released",
  "reference.secret_revealed",
  "document.downloaded",
  "packet.downloaded",
  "handover.opened",
  "handover.downloaded",
  "export.downloaded",
] as const;

export const reasonPlace = (row: string) => ({ table: "case_exports", column: "reason", row });

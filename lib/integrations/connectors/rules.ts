import { type ConnectorKind, type EnquiryField, enquiryFields, type Mapping } from "./types";

/** More of a submission is not read. */
export const mostBytes = 256 * 1024;
/** More answers than this are no form of ours. */
const mostAnswers = 500;

/** Submissions of one network, and of one connector, before they are refused. Our own defaults, kind D. */
export const connectorBudgets = {
  network: { burst: 60, perSecond: 1 / 2 },
  connector: { burst: 120, perSecond: 1 / 10 },
} as const;

/**
 * Where questions usually stand, offered for a new connector. KoboToolbox: the names of the form's own questions.
 * Primero: fields of a case in its REST API v2 (`doc/api/cases/post.md` of primeroIMS/primero, read on 2026-12-01); which
 * fields a case has is configured in each Primero.
 */
export const usualMappings: Record<ConnectorKind, Mapping> = {
  kobotoolbox: { what: "what_happened", name: "name", contact: "phone", danger: "danger", hours: "safe_hours" },
  primero: { what: "notes_section", name: "name", contact: "telephone_current" },
};

/** What the other system adds by itself, and nobody answered. */
const itsOwn = /^(_|formhub\/|meta\/)|^(start|end|today|deviceid|username|simserial|subscriberid|phonenumber)$/;

/** The answers of a submission, flat: a group and its question are joined by a slash, as KoboToolbox sends them. */
function answersOf(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return [[path, String(value)]];
  if (typeof value !== "object" || value === null) return [];
  const under = (name: string) => (path === "" ? name : `${path}/${name}`);
  const parts = Array.isArray(value)
    ? value.map((part, at) => [under(String(at + 1)), part] as const)
    : Object.entries(value).map(([name, part]) => [under(name), part] as const);
  return parts.flatMap(([name, part]) => answersOf(part, name));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A submission as it can be read, or null: a KoboToolbox submission is one object, a Primero case is in `data`. */
export function readSubmission(
  kind: ConnectorKind,
  raw: unknown,
): { id: string | null; answers: [string, string][] } | null {
  const record = kind === "primero" && isRecord(raw) ? raw.data : raw;
  if (!isRecord(record)) return null;
  const id = record[kind === "primero" ? "id" : "_uuid"];
  const answers = answersOf(record).filter(([name]) => !itsOwn.test(name));
  if (answers.length === 0 || answers.length > mostAnswers) return null;
  return { id: typeof id === "string" && id.length <= 100 ? id : null, answers };
}

/** The fields of the enquiry. What no field takes follows under the account, with its question: nothing is lost. */
export function fieldsOf(answers: readonly [string, string][], mapping: Mapping): Record<EnquiryField, string> {
  const taken = new Set(Object.values(mapping));
  const answerTo = (question: string | undefined) =>
    question ? (answers.find(([name]) => name === question || name.endsWith(`/${question}`))?.[1] ?? "") : "";
  const isTaken = (name: string) => [...taken].some((question) => name === question || name.endsWith(`/${question}`));
  const rest = answers.filter(([name]) => !isTaken(name)).map(([name, said]) => `${name}: ${said}`);
  const fields = Object.fromEntries(enquiryFields.map((field) => [field, answerTo(mapping[field])]));
  const what = [fields.what, rest.join("\n")].filter(Boolean).join("\n\n");
  return { ...fields, what } as Record<EnquiryField, string>;
}

const organisationBytes = 16;
const secretBytes = 32;

/** What the other system sends along: the organisation and a secret. */
export function writeToken(orgId: string, secret: Uint8Array): string {
  return Buffer.concat([Buffer.from(orgId.replaceAll("-", ""), "hex"), secret]).toString("base64url");
}

/** Null for what is none, without saying why. */
export function readToken(header: string | null): { orgId: string; token: Buffer } | null {
  const typed = /^Bearer ([\w-]{64})$/.exec(header ?? "")?.[1];
  const token = Buffer.from(typed ?? "", "base64url");
  if (token.byteLength !== organisationBytes + secretBytes) return null;
  const hex = token.subarray(0, organisationBytes).toString("hex");
  return { orgId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"), token };
}

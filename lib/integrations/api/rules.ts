import { z } from "zod";

/** Rows of a page where none are asked for, and at most. */
const usualRows = 50;
const mostRows = 100;

/** How long what was answered to an idempotency key is kept, at most. */
export const keptHours = 24;

/** Which page of a list, as query parameters. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(mostRows).default(usualRows),
  cursor: z.string().max(1000).optional(),
};

export const OfCase = z.object({ caseId: z.uuid() });
export const OfCaseInPages = OfCase.extend(paging);

type Page<Row> = { rows: Row[]; next: string | null };

/**
 * One page of a list that is read whole, behind the row that the cursor names.
 * @returns null where no row has that cursor any more, or ever had
 */
export function pageAfter<Row>(
  all: readonly Row[],
  { limit, cursor }: { limit: number; cursor?: string },
  idOf: (row: Row) => string,
): Page<Row> | null {
  const at = cursor === undefined ? -1 : all.findIndex((row) => asCursor(idOf(row)) === cursor);
  if (cursor !== undefined && at < 0) return null;
  const rows = all.slice(at + 1, at + 1 + limit);
  const last = rows.at(-1);
  return { rows, next: last && at + 1 + limit < all.length ? asCursor(idOf(last)) : null };
}

export const asCursor = (text: string): string => Buffer.from(text, "utf8").toString("base64url");
export const fromCursor = (cursor: string): string => Buffer.from(cursor, "base64url").toString("utf8");

/** `client.pseudonym`, as a form names a field, as `#/client/pseudonym`. */
export function pointerOf(field: string): string {
  const parts = field.split(".").map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"));
  return `#/${parts.join("/")}`;
}

const fixed = "What was sent here is not accepted.";

/**
 * The message of a field, unless it repeats what was sent: problems are kept in the logs of other programs. Short words
 * in small letters are choices, such as `cas`.
 */
export function withoutSent(message: string, sent: unknown): string {
  const low = message.toLowerCase();
  return textsIn(sent).some((text) => low.includes(text.toLowerCase())) ? fixed : message;
}

function textsIn(sent: unknown): string[] {
  if (typeof sent === "string") {
    const text = sent.trim();
    return text.length < 3 || /^[a-z_]{3,4}$/.test(text) ? [] : [text];
  }
  return typeof sent === "object" && sent !== null ? Object.values(sent).flatMap(textsIn) : [];
}

/** What went wrong, in English whatever the screens speak: programs read it. Nothing of a case is in it. */
export const problemWords = {
  unauthenticated: {
    status: 401,
    title: "No token that opens anything",
    detail: "Send a token that works as Authorization: Bearer.",
  },
  "scope-missing": {
    status: 403,
    title: "The token lacks the scope",
    detail: "This operation needs a scope that the token does not have.",
  },
  "step-up-required": {
    status: 403,
    title: "A person has to confirm who they are",
    detail: "This needs fresh proof of a person, which a token cannot give. Do it on the page.",
  },
  forbidden: {
    status: 403,
    title: "The member may not do this",
    detail: "The member in whose name the token acts may not do this.",
  },
  not_found: { status: 404, title: "No such record", detail: "There is no such record, or the member may not see it." },
  no_operation: { status: 404, title: "No such operation", detail: "The description is at /api/v1/openapi.json." },
  method: { status: 405, title: "Another method", detail: "This address does not take this method." },
  conflict: {
    status: 409,
    title: "Not possible in this state",
    detail: "The record is not in a state in which this is possible. Its page says why.",
  },
  version: {
    status: 409,
    title: "Changed since",
    detail: "Somebody changed the record since. Read it again and send its version.",
  },
  length: { status: 411, title: "The length is missing", detail: "Send Content-Length." },
  too_large: { status: 413, title: "Too large", detail: "The body is larger than this operation takes." },
  media: { status: 415, title: "Not JSON", detail: "Send application/json." },
  malformed: { status: 400, title: "Not JSON", detail: "The body is not JSON, or not an object." },
  invalid: { status: 422, title: "Not valid", detail: "What was sent is not valid. The fields are named." },
  refused: {
    status: 422,
    title: "Not accepted",
    detail: "What was sent is not accepted in this case. The fields are named; the form on the page says why.",
  },
  key: {
    status: 422,
    title: "Not an idempotency key",
    detail: "An Idempotency-Key has 1 to 255 printable characters.",
  },
  key_in_use: {
    status: 409,
    title: "The key is in use",
    detail: "A request with this Idempotency-Key is still at work. Send it again in some seconds.",
  },
  key_reused: {
    status: 422,
    title: "The key was used",
    detail: "This Idempotency-Key was used for another request in the last 24 hours.",
  },
  cursor: {
    status: 422,
    title: "Not a cursor",
    detail: "The cursor is not one of this list any more. Begin at the first page.",
  },
  too_often: { status: 429, title: "Too often", detail: "Wait as long as Retry-After says." },
  file: { status: 422, title: "The file was not taken", detail: "Nothing was kept. Send it again." },
} as const;

export type ProblemKind = keyof typeof problemWords;

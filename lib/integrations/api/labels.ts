import { labelTable } from "@/lib/platform/language/label-table";

/** What went wrong, in English whatever the screens speak: programs read it. Nothing of a case is in it. */
export const problemWords = labelTable(() => ({
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
}));

export type ProblemKind = keyof typeof problemWords;

import { takeEach } from "@/lib/auth/attempts/budgets";
import { ctxForConnector } from "@/lib/auth/connectors/ctx-for-connector";
import { writeEnquiry } from "@/lib/client/enquiries/commands/write-enquiry";
import { connectorBudgets, fieldsOf, mostBytes, readSubmission, readToken } from "@/lib/integrations/connectors/rules";
import { connectorKinds } from "@/lib/integrations/connectors/types";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { idOfName, newId, newToken } from "@/lib/platform/ids";
import { ofFiles } from "@/lib/platform/network/headers";
import { networkOf } from "@/lib/platform/network/network";

/**
 * A submission of a form of another system, as JSON, with the secret of its connector. It becomes an enquiry: a caseworker
 * searches before a case is made of it. 204 when it was taken, also before; everything else is refused without a reason.
 */
export async function POST(request: Request): Promise<Response> {
  const isTaken = await take(request);
  return new Response(null, { status: isTaken ? 204 : 403, headers: ofFiles() });
}

async function take(request: Request): Promise<boolean> {
  const network = networkOf(request.headers.get("x-forwarded-for"), env().TRUSTED_HOPS) ?? "unknown";
  if (!(await takeEach([{ of: `connector|${network}`, ...connectorBudgets.network }]))) return false;
  const secret = readToken(request.headers.get("authorization"));
  if (!secret) return false;
  const connector = await ctxForConnector(secret, newId());
  const kind = connectorKinds.find((known) => known === connector?.kind);
  if (!connector || !kind) return false;
  const { connectorId, mapping } = connector;
  if (!(await takeEach([{ of: `connector|${connectorId}`, ...connectorBudgets.connector }]))) return false;
  const text = await readText(request);
  const submission = text === null ? null : readSubmission(kind, readJson(text));
  if (text === null || !submission) return false;
  // Sent twice, as when the answer was lost, it is one enquiry.
  const enquiryId = idOfName(submission.id ?? text, connectorId);
  const narrowed = await ctxForConnector(secret, enquiryId);
  if (!narrowed) return false;
  const fields = fieldsOf(submission.answers, mapping);
  try {
    // Nobody has its receipt code: whoever answered the form is answered by what she wrote as her contact.
    await writeEnquiry(narrowed.ctx, { ...fields, id: enquiryId, receiptHash: newToken(), apart: null });
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === "conflict";
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The body, or null when it is longer than may be, whatever its header says. */
async function readText(request: Request): Promise<string | null> {
  if (!request.body) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > mostBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

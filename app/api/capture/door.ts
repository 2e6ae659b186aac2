import { answer, answering, inert } from "@/app/api/evidence/answers";
import { ctxFromPairing, type OpenPairing } from "@/lib/auth/pairings/ctx-from-pairing";
import { isExtensionOrigin } from "@/lib/auth/pairings/rules";
import { noteAttempt } from "@/lib/platform/attempts";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** Only the page of an extension may read an answer. No cookie is asked for, sent or read here: the token is all. */
function readableBy(origin: string): Record<string, string> {
  return { "access-control-allow-origin": origin, vary: "origin" };
}

/** What a browser asks before it lets an extension send. */
export function preflight(request: Request): Response {
  const origin = request.headers.get("origin");
  if (origin === null || !isExtensionOrigin(origin)) return answer(403, { error: notExtension });
  const headers = {
    ...inert,
    ...readableBy(origin),
    "access-control-allow-methods": "POST, PUT, DELETE",
    "access-control-allow-headers": "authorization, content-type",
    "access-control-max-age": "600",
  };
  return new Response(null, { status: 204, headers });
}

/** One act of an extension; a page of any other origin is refused before anything is read. */
export async function forExtension(request: Request, act: () => Promise<Response>): Promise<Response> {
  const origin = request.headers.get("origin");
  if (origin === null || !isExtensionOrigin(origin)) {
    noteAttempt("foreign_origin");
    return answer(403, { error: notExtension });
  }
  const response = await answering(act);
  for (const [name, value] of Object.entries(readableBy(origin))) response.headers.set(name, value);
  return response;
}

const notExtension = t("This address is for the browser extension.");

/** @throws AppError unauthenticated when the connection has ended */
export async function requirePairing(request: Request): Promise<OpenPairing> {
  const open = await openPairing(request);
  if (!open) throw new AppError("unauthenticated", t("The connection has ended. Connect again on the evidence page."));
  return open;
}

export async function openPairing(request: Request): Promise<OpenPairing | null> {
  const token = /^Bearer ([\w-]{43})$/.exec(request.headers.get("authorization") ?? "")?.[1];
  const open = token === undefined ? null : await ctxFromPairing(token);
  if (!open) noteAttempt("unknown_token");
  return open;
}

/** @throws AppError invalid for what is no JSON, or longer than `maxBytes` */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= maxBytes)) throw new AppError("invalid", t("The description is too long."));
  try {
    return await request.json();
  } catch {
    throw new AppError("invalid", t("The description is not JSON."));
  }
}

import { isAskedFromElsewhere } from "@/app/api/own-page";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError, TooOften } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { inertPolicy, ofFiles } from "@/lib/platform/network/headers";
import { parseRange } from "@/lib/platform/storage/range";
import type { SealedFiles } from "@/lib/platform/storage/storage";

/** `mime`: a PDF if omitted. Only a PDF is shown in a tab, whatever was requested. */
type Place = {
  ctx: Ctx;
  files: SealedFiles;
  fileId: string;
  name: string;
  mime?: string;
  /** Checked repeatedly while bytes are sent: false ends the download. */
  stands?: () => Promise<boolean>;
};
export type Disposition = "attachment" | "inline";

/**
 * What a browser may do with our own PDF. As a download: nothing. In a tab: the browser's viewer needs its own styles
 * and plugin, so the sandbox is omitted and everything else stays denied.
 */
const policies: Record<Disposition, string> = {
  attachment: inertPolicy,
  inline:
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; plugin-types application/pdf; frame-ancestors 'none'",
};

/** These routes bypass the proxy, so they set the headers that it sets for pages. */
export const closed = { ...ofFiles(), "content-security-policy": inertPolicy };

/** Streams a packet's file, whole or one range, while its person is signed in. Nothing of it is held in memory. */
export async function sendFile(request: Request, place: Place, asked: Disposition): Promise<Response> {
  const mime = place.mime ?? "application/pdf";
  const disposition = mime === "application/pdf" ? asked : "attachment";
  const found = await place.files.stat(place.fileId);
  if (!found) throw new AppError("not_found", t("No such file."));
  const range = parseRange(request.headers.get("range"), found.size);
  if (range === "unsatisfiable") {
    return new Response(null, {
      status: 416,
      headers: { ...closed, "content-range": `bytes */${found.size}` },
    });
  }
  const { stream, start, length } = await place.files.open(place.fileId, range ?? undefined);
  const headers = new Headers({
    "content-type": mime,
    "content-length": String(length),
    "content-disposition": `${disposition}; filename="${place.name}"; filename*=UTF-8''${encodeURIComponent(place.name)}`,
    ...closed,
    "content-security-policy": policies[disposition],
    "accept-ranges": "bytes",
  });
  if (range) headers.set("content-range", `bytes ${start}-${start + length - 1}/${found.size}`);
  return new Response(whileSignedIn(place.ctx, stream, undefined, place.stands), {
    status: range ? 206 : 200,
    headers,
  });
}

/** Without their own HEAD, Next would run GET for it: a log line for a file that nobody took. */
export function notByHead(): Response {
  return new Response(null, { status: 405, headers: { ...closed, allow: "GET" } });
}

/** @throws AppError not_found when another site's page set the request off: what it logs is an act of ours alone */
export function refuseElsewhere(request: Request): void {
  if (isAskedFromElsewhere(request)) throw new AppError("not_found", t("Open it from its page."));
}

const statuses: Record<string, number> = {
  unauthenticated: 401,
  invalid: 404,
  not_found: 404,
  forbidden: 404,
  conflict: 410,
};

const plain = { ...closed, "content-type": "text/plain; charset=utf-8" };

function wait({ message, seconds }: TooOften): Response {
  return new Response(message, { status: 429, headers: { ...plain, "retry-after": String(seconds) } });
}

/** A refusal as an answer. What may not be seen does not exist. */
export async function answering(act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error instanceof TooOften) return wait(error);
    const status = statuses[error.code] ?? 404;
    const message = status === 410 || status === 401 ? error.message : t("There is nothing here.");
    return new Response(message, {
      status,
      headers: plain,
    });
  }
}

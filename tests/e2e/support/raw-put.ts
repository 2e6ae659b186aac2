import { request } from "node:http";
import { devices, type Page } from "@playwright/test";
import { originOf } from "../../support/e2e";

type Put = {
  cookie: string;
  bytes: Uint8Array;
  offset?: string;
  /** What the header says; the true length when left out, and no header at all when null. */
  length?: string | null;
  origin?: string;
  /** The connection is cut after so many bytes. */
  cutAfter?: number;
};

type Answer = { status: number; body: unknown };

/** The cookies of a signed-in page, as a header. */
export async function cookiesOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** PUTs bytes over a bare connection, with headers that may lie. `status` 0: the server hung up without an answer. */
export function putBytes(uploadId: string, { cookie, bytes, offset, length, origin, cutAfter }: Put): Promise<Answer> {
  const base = new URL(originOf("demo"));
  const headers: Record<string, string> = {
    "content-type": "application/octet-stream",
    "sec-fetch-site": origin ? "cross-site" : "same-origin",
    origin: origin ?? base.origin,
    cookie,
    // The same browser that was given the cookie: from another kind of it, the session would end.
    "user-agent": devices["Desktop Chrome"].userAgent,
  };
  if (offset !== undefined) headers["upload-offset"] = offset;
  if (length === null) headers["transfer-encoding"] = "chunked";
  else headers["content-length"] = length ?? String(bytes.byteLength);
  // A line of its own: an answer that came before the body was read leaves the rest of it on the line.
  const options = { method: "PUT", headers, agent: false } as const;
  return new Promise((resolve) => {
    const sending = request(new URL(`/api/evidence/${uploadId}`, base), options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: parsed(Buffer.concat(chunks)) }));
      answer.on("end", () => sending.destroy());
    });
    sending.on("error", () => resolve({ status: 0, body: null }));
    if (cutAfter === undefined) sending.end(bytes);
    else sending.write(bytes.subarray(0, cutAfter), () => setTimeout(() => sending.destroy(), 2_000));
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}

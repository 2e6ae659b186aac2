import type { Receipt } from "@/lib/evidence/types";

/** Above this the browser would hold the whole file in memory to hash it; the server hashes every file anyway. */
export const hashedUpTo = 256 * 1024 * 1024;

/** Why a file was not taken. `status` 0: no answer came. `fields`: what is wrong with the details. */
export class SendError extends Error {
  readonly status: number;
  readonly fields: Record<string, string>;

  constructor(status: number, message: string, fields: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

/** SHA-256 as the browser reads the file; undefined when it is too large or the browser cannot. */
export async function hashFile(file: File): Promise<string | undefined> {
  if (file.size > hashedUpTo || !globalThis.crypto?.subtle) return undefined;
  try {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    throw new SendError(-1, "The browser cannot read this file any more. Choose it again.");
  }
}

/** Says what will be sent; gives the id to send it under. @throws SendError */
export async function announceFile(about: object): Promise<string> {
  const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(about) };
  const response = await fetch("/api/evidence/announce", request).catch(() => {
    throw new SendError(0, noAnswer);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refused(response.status, body);
  return (body as { id: string }).id;
}

/** Sends the bytes. XMLHttpRequest, because fetch cannot say how much was sent. @throws SendError */
export function putFile(uploadId: string, file: File, onSent: (bytes: number) => void): Promise<Receipt> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/evidence/${uploadId}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      if (request.status === 200 || request.status === 201) resolve(request.response as Receipt);
      else reject(refused(request.status, request.response));
    };
    request.onerror = () => reject(new SendError(0, noAnswer));
    request.onabort = request.onerror;
    request.send(file);
  });
}

const noAnswer = "The connection was lost. Nothing was kept of this file. Send it again.";

function refused(status: number, body: unknown): SendError {
  if (status === 401) return new SendError(401, "You were signed out. Sign in in another tab, then send it again.");
  const { error, fields } = (body ?? {}) as { error?: string; fields?: Record<string, string> };
  return new SendError(status, error ?? "The server could not take this file. Send it again.", fields);
}

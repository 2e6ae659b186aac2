import type { KnownExhibit, Receipt, UploadProgress } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";

/** A line that moves nothing for this long is taken for broken; what arrived is held. */
const stallMs = 45_000;

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

export type Announced = { id: string; known: KnownExhibit | null };

/** Says what will be sent; gives the id to send it under, and the exhibit that holds the same bytes already. */
export async function announceFile(about: object, signal: AbortSignal): Promise<Announced> {
  const headers = { "content-type": "application/json" };
  return ask("/api/evidence/announce", { method: "POST", headers, body: JSON.stringify(about), signal });
}

/** The same for `files` of a case, at most 50, with what is said of all beside them: all or none, in their order. */
export async function announceFiles(about: { files: readonly object[] }, signal: AbortSignal): Promise<Announced[]> {
  const headers = { "content-type": "application/json" };
  return ask("/api/evidence/announce", { method: "POST", headers, body: JSON.stringify(about), signal });
}

/** How much of the file is held by the server. @throws SendError */
export async function askProgress(uploadId: string, signal: AbortSignal): Promise<UploadProgress> {
  return ask(`/api/evidence/${uploadId}`, { signal, cache: "no-store" });
}

async function ask<Answer>(address: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(address, request).catch(() => {
    request.signal?.throwIfAborted();
    throw new SendError(0, noAnswer);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refused(response.status, body);
  return body as Answer;
}

/** Sends the bytes from `offset` on. XMLHttpRequest, because fetch cannot say how much was sent. @throws SendError */
export function putRest(
  uploadId: string,
  file: Blob,
  offset: number,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Receipt> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    let watch = setTimeout(stop, stallMs);
    const settle = (act: () => void) => {
      clearTimeout(watch);
      signal.removeEventListener("abort", stop);
      window.removeEventListener("offline", stop);
      act();
    };
    const lost = () => settle(() => reject(signal.aborted ? signal.reason : new SendError(0, noAnswer)));
    signal.addEventListener("abort", stop);
    window.addEventListener("offline", stop);
    request.open("PUT", `/api/evidence/${uploadId}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("upload-offset", String(offset));
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(watch);
      // Once all is sent, the server may take its time to make it durable.
      if (loaded < total) watch = setTimeout(stop, stallMs);
      onSent(offset + loaded);
    };
    request.onload = () =>
      settle(() => {
        if (request.status === 200 || request.status === 201) resolve(request.response as Receipt);
        else reject(refused(request.status, request.response));
      });
    request.onerror = lost;
    request.onabort = lost;
    request.send(offset === 0 ? file : file.slice(offset));
  });
}

const noAnswer = t("The connection was lost. What arrived is kept: send it again and it continues from there.");

function refused(status: number, body: unknown): SendError {
  if (status === 401) return new SendError(401, t("You were signed out. Sign in in another tab, then send it again."));
  const { error, fields } = (body ?? {}) as { error?: string; fields?: Record<string, string> };
  return new SendError(status, error ?? t("The server could not take this file. Send it again."), fields);
}

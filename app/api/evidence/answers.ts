import { AppError, TooOften } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { inertPolicy, ofFiles } from "@/lib/platform/network/headers";
import { StorageError, type StorageFault } from "@/lib/platform/storage/storage";

/** These routes bypass proxy.ts but need its headers. A file can do nothing in a browser. */
export const inert = { ...ofFiles(), "content-security-policy": inertPolicy };

type Refusal = { error: string; fields?: Record<string, string> };

export function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: inert });
}

const codes = { unauthenticated: 401, forbidden: 403, not_found: 404, conflict: 409, invalid: 422 } as const;

/** What the storage refuses, as a status and a sentence. */
export const faults: Partial<Record<StorageFault, { status: number; error: string }>> = {
  too_large: { status: 413, error: t("The file is larger than announced, or than 512 MB.") },
  cut_short: { status: 400, error: t("The file did not arrive whole. It can go on from where it stopped.") },
  hash_mismatch: { status: 422, error: t("The file changed on its way. Nothing was kept. Send it again.") },
  disk_full: { status: 507, error: t("There is no room left to keep files. Tell the person who runs the system.") },
  away: { status: 503, error: t("File storage is not responding. Nothing is lost. Try again in a few minutes.") },
  busy: { status: 409, error: t("This file is being sent from another window.") },
  broken: {
    status: 409,
    error: t("The stored file is damaged and cannot be opened. Tell the person who runs the system."),
  },
  not_found: { status: 404, error: t("The file is not in the storage. Tell the person who runs the system.") },
};

/** Runs one act of a route; what it refuses becomes a status and a sentence, anything else is rethrown. */
export async function answering(act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof TooOften) return wait(error);
    if (error instanceof AppError) return answer(codes[error.code], refusal(error));
    const fault = error instanceof StorageError ? faults[error.fault] : undefined;
    if (fault) return answer(fault.status, { error: fault.error } satisfies Refusal);
    throw error;
  }
}

function wait({ message, seconds }: TooOften): Response {
  const headers = { ...inert, "retry-after": String(seconds) };
  return Response.json({ error: message } satisfies Refusal, { status: 429, headers });
}

const refusal = ({ message, fields }: AppError): Refusal => ({ error: message, fields });

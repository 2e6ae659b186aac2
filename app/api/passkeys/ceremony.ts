import { type Place, passkeyPlace } from "@/lib/auth/passkeys/passkey-place";
import { requireSameOrigin } from "@/lib/auth/sessions/session";
import { AppError } from "@/lib/platform/errors";

const statuses = { unauthenticated: 401, forbidden: 403, not_found: 404, conflict: 409, invalid: 422 } as const;

/** One step of a ceremony with a passkey: from a page of ours only, JSON in and out, and a refusal in words. */
export async function ceremony(
  request: Request,
  act: (body: Record<string, unknown>, place: Place) => Promise<object>,
): Promise<Response> {
  try {
    await requireSameOrigin();
    const body: unknown = await request.json().catch(() => null);
    return Response.json(await act({ ...(body as object | null) }, passkeyPlace(request.headers.get("host"))));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ said: error.message }, { status: statuses[error.code] });
  }
}

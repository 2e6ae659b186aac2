import { confirmWithPasskey } from "@/lib/auth/confirm-with-passkey";
import { carryToken } from "@/lib/auth/renew-token";
import { sessionToken } from "@/lib/auth/session";
import { AppError } from "@/lib/platform/errors";
import { ceremony } from "../ceremony";

export function POST(request: Request): Promise<Response> {
  return ceremony(request, async ({ answer }, place) => {
    const session = await sessionToken();
    if (!session) throw new AppError("unauthenticated", "Sign in again.");
    await carryToken(await confirmWithPasskey(place, session, answer));
    return {};
  });
}

import { askNewPasskey, askPasskey } from "@/lib/auth/ask-passkey";
import { sessionToken } from "@/lib/auth/session";
import { slowAddress } from "@/lib/auth/slow-strangers";
import { AppError } from "@/lib/platform/errors";
import { ceremony } from "../ceremony";

/** What the browser has to ask a passkey for. */
export function POST(request: Request): Promise<Response> {
  return ceremony(request, async ({ purpose }, place) => {
    await slowAddress("passkey-ask");
    if (purpose === "sign_in") return askPasskey(place, null);
    const session = await sessionToken();
    if (!session) throw new AppError("unauthenticated", "Sign in again.");
    return purpose === "add" ? askNewPasskey(place, session) : askPasskey(place, session);
  });
}

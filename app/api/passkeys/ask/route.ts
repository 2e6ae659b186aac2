import { slowAddress } from "@/lib/auth/attempts/slow-strangers";
import { askNewPasskey, askPasskey } from "@/lib/auth/passkeys/ask-passkey";
import { sessionToken } from "@/lib/auth/sessions/session";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { ceremony } from "../ceremony";

/** What the browser has to ask a passkey for. */
export function POST(request: Request): Promise<Response> {
  return ceremony(request, async ({ purpose }, place) => {
    await slowAddress("passkey-ask");
    if (purpose === "sign_in") return askPasskey(place, null);
    const session = await sessionToken();
    if (!session) throw new AppError("unauthenticated", t("Sign in again."));
    return purpose === "add" ? askNewPasskey(place, session) : askPasskey(place, session);
  });
}

import { carryToken } from "@/lib/auth/sessions/renew-token";
import { sessionToken } from "@/lib/auth/sessions/session";
import { confirmWithPasskey } from "@/lib/auth/step-up/confirm-with-passkey";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { ceremony } from "../ceremony";

export function POST(request: Request): Promise<Response> {
  return ceremony(request, async ({ answer }, place) => {
    const session = await sessionToken();
    if (!session) throw new AppError("unauthenticated", t("Sign in again."));
    await carryToken(await confirmWithPasskey(place, session, answer));
    return {};
  });
}

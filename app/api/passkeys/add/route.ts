import { addPasskey } from "@/lib/auth/passkeys/add-passkey";
import { sessionToken } from "@/lib/auth/sessions/session";
import { finishEnrolment } from "@/lib/auth/sign-in/finish-enrolment";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { ceremony } from "../ceremony";

export function POST(request: Request): Promise<Response> {
  return ceremony(request, async ({ name, answer }, place) => {
    const session = await sessionToken();
    if (!session) throw new AppError("unauthenticated", t("Sign in again."));
    await finishEnrolment(await addPasskey(place, session, { name, answer }), "passkey");
    return { to: "/account/security" };
  });
}

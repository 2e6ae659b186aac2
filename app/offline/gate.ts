import { sessionToken } from "@/lib/auth/sessions/session";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** The session by which the key of a device is asked for. @throws AppError unauthenticated */
export async function requireToken(): Promise<Buffer> {
  const session = await sessionToken();
  if (!session) throw new AppError("unauthenticated", t("Sign in again."));
  return session;
}

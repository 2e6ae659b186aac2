import { requireSender } from "@/app/api/evidence/gate";
import { sessionToken } from "@/lib/auth/sessions/session";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** Who sends, and the session by which the key of a device is asked for. @throws AppError unauthenticated, forbidden */
export async function requireSession(request: Request): Promise<{ ctx: Ctx; session: Buffer }> {
  const ctx = await requireSender(request);
  const session = await sessionToken();
  if (!session) throw new AppError("unauthenticated", t("Sign in again."));
  return { ctx, session };
}

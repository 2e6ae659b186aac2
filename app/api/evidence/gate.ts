import { isAskedFromElsewhere } from "@/app/api/own-page";
import { isSameOrigin, readCtx } from "@/lib/auth/sessions/session";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** Who asks. @throws AppError unauthenticated; forbidden when a write comes from a page that is not ours */
export async function requireSender(request: Request): Promise<Ctx> {
  if (!isSameOrigin(request.headers)) {
    throw new AppError("forbidden", t("This request did not come from a page of this site."));
  }
  return requireReader();
}

/** Who asks for a file to keep. @throws AppError unauthenticated; forbidden when another site's page set it off */
export async function requireTaker(request: Request): Promise<Ctx> {
  if (isAskedFromElsewhere(request)) throw new AppError("forbidden", t("Open it from its page."));
  return requireReader();
}

/** @throws AppError unauthenticated */
export async function requireReader(): Promise<Ctx> {
  const ctx = await readCtx();
  if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
  return ctx;
}

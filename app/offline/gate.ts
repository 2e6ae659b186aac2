import { openOfflineKey } from "@/lib/auth/offline-keys/open-offline-key";
import { sessionToken } from "@/lib/auth/sessions/session";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** The session by which the key of a device is asked for. @throws AppError unauthenticated */
export async function requireToken(): Promise<Buffer> {
  const session = await sessionToken();
  if (!session) throw new AppError("unauthenticated", t("Sign in again."));
  return session;
}

/** The private key of a device; null for one of somebody else, and for one that has ended. */
export const keyOfDevice = async (ctx: Ctx, device: unknown): Promise<Buffer | null> =>
  openOfflineKey(ctx, await requireToken(), device);

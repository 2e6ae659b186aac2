import { answer, answering } from "@/app/api/evidence/answers";
import { offlineKeyStands } from "@/lib/auth/offline-keys/offline-key-stands";
import { openOfflineKey } from "@/lib/auth/offline-keys/open-offline-key";
import { readCtx, sessionToken } from "@/lib/auth/sessions/session";

/**
 * Whether what waits on a device can still be opened, and whether by whoever is signed in. Asked without a session too,
 * so that a lost device empties itself; it is told nothing else.
 */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const device = new URL(request.url).searchParams.get("device");
    const ctx = await readCtx();
    const session = ctx && (await sessionToken());
    const isOwn = ctx !== null && session !== null && (await openOfflineKey(ctx, session, device)) !== null;
    return answer(200, { stands: isOwn || (await offlineKeyStands(device)), isOwn, isSignedIn: ctx !== null });
  });
}

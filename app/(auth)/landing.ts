import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { homeOf, sessionToken, wayIn } from "@/lib/auth/sessions/session";
import { isMemberRole } from "@/lib/kernel/access/roles";

/** Where the signed-in person belongs, or has to continue. Not cached: the session may have just been opened. */
export async function landing() {
  const token = await sessionToken();
  const role = token ? (await ctxFromToken(token))?.actor.role : undefined;
  return role && isMemberRole(role) ? homeOf(role) : wayIn();
}

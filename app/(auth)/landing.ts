import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { homeOf, sessionToken, wayIn } from "@/lib/auth/sessions/session";

/** Where the person who is signed in belongs, or has to go on. Read again: the session may have been opened just now. */
export async function landing() {
  const token = await sessionToken();
  const role = token ? (await ctxFromToken(token))?.actor.role : undefined;
  return role && role !== "service" ? homeOf(role) : wayIn();
}

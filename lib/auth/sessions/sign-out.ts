import "server-only";
import { sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { ask } from "@/db/client";
import { cookieNames } from "./options";
import { sessionToken } from "./session";

/**
 * Ends the session in the database first, so that a copy of the cookie is worth nothing. "for good": the person leaves
 * this device, so what waits on it for a line can be opened by nobody any more.
 */
export async function signOut(end: "for now" | "for good"): Promise<void> {
  const token = await sessionToken();
  if (token && end === "for good") await ask(sql`select auth.leave_device(${token})`);
  if (token) await ask(sql`select auth.end_session(${token})`);
  const names = cookieNames();
  const jar = await cookies();
  // A browser takes no word about a cookie of __Host- that comes without Secure, also not that it is to be forgotten.
  for (const name of [names.session, names.csrf, names.callback])
    jar.delete({ name, path: "/", secure: names.secure, httpOnly: true, sameSite: "lax" });
}

import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { openSession } from "@/lib/auth/sessions/open-session";
import { sessionToken } from "@/lib/auth/sessions/session";
import type { Standing } from "@/lib/auth/sessions/standing";

/**
 * Called after a factor was added: a confined session, which this ended, is replaced by a full one. It counts as
 * freshly proved, so that recovery codes and a second factor can follow at once.
 */
export async function finishEnrolment(before: Standing, proof: "passkey" | "password+totp"): Promise<void> {
  if (before.aal !== "confined") return;
  await openSession(before.loginId, proof);
  const token = await sessionToken();
  if (token) await ask(sql`select auth.step_up(${token}, ${proof === "passkey" ? "passkey" : "totp"})`);
}

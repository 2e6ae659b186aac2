import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { openSession } from "@/lib/auth/sessions/open-session";
import { isLoopback } from "@/lib/auth/sessions/session";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { demoPeople, demoSignIns } from "./people";

/** One click signs in only in the demonstration, and only for a browser on this very machine. */
export function demoIsOpen(host: string | null): boolean {
  return env().DEMO && isLoopback(host);
}

/**
 * Signs in as the demo's person for a role, without a password.
 * @param host the Host header of the request
 * @throws AppError not_found outside the demo, and for a role without a demo sign-in
 */
export async function openDemoSession(role: unknown, host: string | null): Promise<void> {
  const door = demoSignIns.find((demoSignIn) => demoSignIn.role === role);
  const person = demoPeople.find((demoPerson) => demoPerson.key === door?.key);
  if (!demoIsOpen(host) || !person) throw new AppError("not_found", t("There is no such sign-in here."));
  const [login] = await ask<{ login_id: string }>(sql`select login_id from auth.find_login(${person.email})`);
  if (!login) throw new AppError("not_found", t("The demonstration was not loaded. Start it again."));
  await openSession(login.login_id, "demo");
}

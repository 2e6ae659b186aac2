import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { carryToken, endedOrRenewed } from "@/lib/auth/sessions/renew-token";
import { requireSameOrigin, sessionToken } from "@/lib/auth/sessions/session";
import { readStanding, requireStanding } from "@/lib/auth/sessions/standing";
import type { Confirmation } from "@/lib/auth/sessions/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { mayTick } from "./confirm-person";
import { stepUp } from "./step-up";

/** Hides the session of this browser: until a fresh proof it reads nothing. False when there is none. */
export async function coverSession(): Promise<boolean> {
  const token = await sessionToken();
  if (!token) return false;
  const [row] = await ask<{ done: boolean }>(sql`select auth.cover(${token}) as done`);
  return row?.done === true;
}

export async function isCovered(token: Buffer): Promise<boolean> {
  const [row] = await ask<{ covered: boolean }>(sql`select auth.is_covered(${token}) as covered`);
  return row?.covered === true;
}

/** What the cover must ask of the person whose session it hides. */
export async function askedToUncover(): Promise<Confirmation> {
  const standing = await readStanding();
  if (standing && (await mayTick(standing.aal))) return "tick";
  return (standing?.passkeys ?? 0) > 0 ? "password-or-passkey" : "password";
}

/**
 * Opens a covered session with the proof in the form. A passkey was verified before the form was sent, and has opened
 * it already.
 * @throws AppError invalid at `password` or `confirmed`; conflict after too many attempts; unauthenticated
 */
export async function uncover(form: FormData): Promise<Ctx> {
  await requireSameOrigin();
  const token = await sessionToken();
  if (!token) throw new AppError("unauthenticated", t("Sign in again."));
  const already = await ctxFromToken(token);
  if (already) return already;
  const ticks = await mayTick((await requireStanding(token)).aal);
  const typed = form.get("password");
  const proof = typeof typed === "string" && typed !== "" ? { password: typed } : null;
  const ticked = ticks && form.get("confirmed") === "on";
  if (!proof && !ticked) throw refusal(ticks);
  const next = await stepUp(token, proof ?? "tick");
  await carryToken(next);
  const ctx = await ctxFromToken(next);
  if (!ctx) throw await endedOrRenewed(next);
  return ctx;
}

function refusal(ticks: boolean): AppError {
  const message = ticks ? t("Confirm that it is you: tick this.") : t("Confirm that it is you: type your password.");
  return new AppError("invalid", message, { [ticks ? "confirmed" : "password"]: message });
}

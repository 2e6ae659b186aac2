import "server-only";
import { sql } from "drizzle-orm";
import { headers } from "next/headers";
import { ask } from "@/db/client";
import type { Ctx } from "@/lib/access/ctx";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { ctxFromToken } from "./ctx-from-token";
import { actingCtx, isLoopback, sessionToken } from "./session";
import { type Proven, stepUp } from "./step-up";
import type { Confirmation } from "./types";

/** What a form has to ask of this person before an act that wants a fresh proof. */
export async function askedToConfirm(ctx: Ctx): Promise<Confirmation> {
  if (ctx.steppedUp) return "none";
  const token = await sessionToken();
  return token && (await mayTick(token)) ? "tick" : "password";
}

/**
 * For actions: who acts, with the proof that the form brought. A password that was typed is checked even when none is
 * needed any more. @throws AppError invalid at `password` or `confirmed`; conflict after too many attempts
 */
export async function confirmPerson(form: FormData): Promise<Ctx> {
  const ctx = await actingCtx();
  const token = await sessionToken();
  const password = form.get("password");
  if (!token) return ctx;
  const ticks = await mayTick(token);
  if (typeof password === "string" && password !== "") await stepUp(token, { password });
  else if (ticks && form.get("confirmed") === "on") await stepUp(token, "tick");
  else if (ctx.steppedUp) return ctx;
  else if (ticks) throw refusal("confirmed", "Confirm that it is you: tick this.");
  else throw refusal("password", "Confirm that it is you: type your password.");
  return entered(token);
}

/** One click signed in, so a tick confirms: only in the demonstration, on this machine, in such a session. */
async function mayTick(token: Buffer): Promise<boolean> {
  if (!env().DEMO || !isLoopback((await headers()).get("host"))) return false;
  const [proof] = await ask<Proven>(sql`select * from auth.proof_of(${token})`);
  return proof?.amr === "demo";
}

/** The same session read again: it says now that the proof was given. */
async function entered(token: Buffer): Promise<Ctx> {
  const ctx = await ctxFromToken(token);
  if (!ctx) throw new AppError("unauthenticated", "Sign in again.");
  return ctx;
}

function refusal(field: string, said: string): AppError {
  return new AppError("invalid", said, { [field]: said });
}

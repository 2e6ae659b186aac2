import "server-only";
import { headers } from "next/headers";
import type { Ctx } from "@/lib/access/ctx";
import { stepUpRefusal } from "@/lib/access/require-step-up";
import { type GuardedAct, proves, stepUps } from "@/lib/access/step-ups";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { ctxFromToken } from "./ctx-from-token";
import { carryToken, endedOrRenewed } from "./renew-token";
import { actingCtx, isLoopback, sessionToken } from "./session";
import { readStanding, requireStanding } from "./standing";
import { stepUp } from "./step-up";
import type { Confirmation } from "./types";

/** What a form has to ask of this person before the act. */
export async function askedToConfirm(ctx: Ctx, act: GuardedAct): Promise<Confirmation> {
  if (proves(ctx.steppedUp, act)) return "none";
  const standing = await readStanding();
  if (standing && (await mayTick(standing.aal))) return "tick";
  const some = (standing?.passkeys ?? 0) > 0;
  if (stepUps[act] === "phr") return some ? "passkey" : "first-passkey";
  return some ? "password-or-passkey" : "password";
}

/**
 * For actions: who acts, with the proof that the form brought. A password or a code that was typed is checked even when
 * none is needed any more; a passkey was asked before the form was sent. What is proved here gives the session a new
 * token, so whoever needs it afterwards reads it again.
 * @throws AppError invalid at `password`, `passkey` or `confirmed`; conflict after too many attempts
 */
export async function confirmPerson(form: FormData, act: GuardedAct): Promise<Ctx> {
  const ctx = await actingCtx();
  const token = await sessionToken();
  if (!token) return ctx;
  const typed = form.get("password");
  const { aal, passkeys } = await requireStanding(token);
  const ticks = await mayTick(aal);
  let next: Buffer | undefined;
  if (typeof typed === "string" && typed !== "") next = await stepUp(token, { password: typed });
  else if (ticks && form.get("confirmed") === "on") next = await stepUp(token, "tick");
  if (next) await carryToken(next);
  const now = await entered(next ?? token);
  if (proves(now.steppedUp, act)) return now;
  if (ticks) throw refusal("confirmed", "Confirm that it is you: tick this.");
  if (stepUps[act] === "phr" && passkeys === 0) throw refusal("passkey", firstPasskey);
  throw stepUpRefusal(act);
}

const firstPasskey = "This needs a passkey, and you have none yet. Add one under Account, Security. Then try again.";

/** One click signed in, so a tick confirms: only in the demonstration, on this machine, in such a session. */
export async function mayTick(aal: string): Promise<boolean> {
  return env().DEMO && aal === "demo" && isLoopback((await headers()).get("host"));
}

/** The session read again: it says now how well the proof was given. */
async function entered(token: Buffer): Promise<Ctx> {
  const ctx = await ctxFromToken(token);
  if (!ctx) throw await endedOrRenewed(token);
  return ctx;
}

function refusal(field: string, said: string): AppError {
  return new AppError("invalid", said, { [field]: said });
}

import { t } from "@/lib/platform/language/translate";
import "server-only";
import { headers } from "next/headers";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { carryToken, endedOrRenewed } from "@/lib/auth/sessions/renew-token";
import { actingCtx, isLoopback, sessionToken } from "@/lib/auth/sessions/session";
import { readStanding, requireStanding, type Standing } from "@/lib/auth/sessions/standing";
import type { Confirmation } from "@/lib/auth/sessions/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { stepUpRefusal } from "@/lib/kernel/access/require-step-up";
import { type GuardedAct, proves, stepUps } from "@/lib/kernel/access/step-ups";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { type Given, stepUp } from "./step-up";

/** What a form must ask of this person before the act. */
export async function askedToConfirm(ctx: Ctx, act: GuardedAct): Promise<Confirmation> {
  if (proves(ctx.steppedUp, act)) return "none";
  const standing = await readStanding();
  if (standing && (await mayTick(standing.aal))) return "tick";
  const passkey = standing ? passkeyOf(standing) : "none";
  const asked = {
    any: { ready: "password-or-passkey", waits: "password", none: "password" },
    best: { ready: "passkey", waits: "password-and-code", none: "password-and-code" },
    phr: { ready: "passkey", waits: "waiting-passkey", none: "first-passkey" },
  } as const;
  return asked[stepUps[act]][passkey];
}

/** Whether the person has a passkey that counts, has one that waits, or has none. */
function passkeyOf({ passkeys, waitsUntil }: Standing): "ready" | "waits" | "none" {
  if (waitsUntil) return "waits";
  return passkeys > 0 ? "ready" : "none";
}

/**
 * For actions: the acting person, with the proof in the form. A typed password or code is verified even if none is
 * needed any more; a passkey was verified before the form was sent. A new proof gives the session a new token, so code
 * that needs the token must read it again afterwards.
 * @throws AppError invalid at `password`, `appCode`, `passkey` or `confirmed`; conflict after too many attempts
 */
export async function confirmPerson(form: FormData, act: GuardedAct): Promise<Ctx> {
  const ctx = await actingCtx();
  const token = await sessionToken();
  if (!token) return ctx;
  const standing = await requireStanding(token);
  const ticks = await mayTick(standing.aal);
  const now = await entered(await provedBy(token, form, ticks));
  if (proves(now.steppedUp, act)) return now;
  if (ticks) throw refusal("confirmed", t("Confirm that it is you: tick this."));
  const passkey = passkeyOf(standing);
  if (stepUps[act] === "phr" && passkey !== "ready") throw refusal("passkey", without[passkey]);
  if (stepUps[act] === "best" && passkey !== "ready") throw bothRefused(form);
  throw stepUpRefusal(act);
}

/** The token of the session after everything that the form brought was checked. */
async function provedBy(before: Buffer, form: FormData, ticks: boolean): Promise<Buffer> {
  const typed = (name: string) => String(form.get(name) ?? "");
  let token = before;
  const prove = async (proof: Given) => {
    token = await stepUp(token, proof);
    // What was proved stays proved when the next thing is wrong.
    await carryToken(token);
  };
  if (typed("password") !== "") await prove({ password: typed("password") });
  if (typed("appCode") !== "") await prove({ code: typed("appCode") });
  if (token === before && ticks && form.get("confirmed") === "on") await prove("tick");
  return token;
}

const without = {
  none: t("This needs a passkey, and you have none yet. Add one under Account, Security. Then try again."),
  waits: t(
    "Your passkey was added without another one, so you cannot use it for this yet. Account, Security shows from when you can, and who can allow it sooner.",
  ),
} as const;

/** Password and code count together, each for five minutes: the missing one is requested at its field. */
function bothRefused(form: FormData): AppError {
  const message = t("Type your password and a new code from your authenticator app.");
  const missing = ["password", "appCode"].filter((name) => !form.get(name));
  return new AppError(
    "invalid",
    message,
    Object.fromEntries((missing.length ? missing : ["appCode"]).map((f) => [f, message])),
  );
}

/** A demo session has no password, so a checkbox confirms: only in the demo, on this machine, in such a session. */
export async function mayTick(aal: string): Promise<boolean> {
  return env().DEMO && aal === "demo" && isLoopback((await headers()).get("host"));
}

/** The session read again: it says now how well the proof was given. */
async function entered(token: Buffer): Promise<Ctx> {
  const ctx = await ctxFromToken(token);
  if (!ctx) throw await endedOrRenewed(token);
  return ctx;
}

function refusal(field: string, message: string): AppError {
  return new AppError("invalid", message, { [field]: message });
}

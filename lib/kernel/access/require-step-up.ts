import "server-only";
import { AppError } from "@/lib/platform/errors";
import type { Ctx, TxCtx } from "./ctx";
import { markUnconfirmed } from "./note-refusal";
import { type GuardedAct, proves, stepUps } from "./step-ups";

/**
 * For what the table of step-ups names: the person proved a moment ago who they are, as well as this act wants.
 * @throws AppError invalid at `password`, or at `passkey` where only a passkey is enough
 */
export function requireStepUp(ctx: Ctx | TxCtx, act: GuardedAct): void {
  if (!proves(ctx.steppedUp, act)) throw stepUpRefusal(act);
}

/** The refusal, at the field of the form where the proof is given. */
export function stepUpRefusal(act: GuardedAct): AppError {
  const { field, said: message } = words[stepUps[act]];
  return markUnconfirmed(new AppError("invalid", message, { [field]: message }));
}

const words = {
  phr: { field: "passkey", said: "Confirm with a passkey. If you have none, add one under Account, Security." },
  best: { field: "passkey", said: "Confirm with your passkey, or with password and code where you have no passkey." },
  any: { field: "password", said: "Confirm that it is you: type your password." },
} as const;

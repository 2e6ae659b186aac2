import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import "server-only";
import { AppError } from "@/lib/platform/errors";
import type { Ctx, TxCtx } from "./ctx";
import { markUnconfirmed } from "./note-refusal";
import { type GuardedAct, proves, stepUps } from "./step-ups";

/**
 * For the acts in the step-up table: the person has just proved who they are, at the level this act requires.
 * @throws AppError invalid at `password`, or at `passkey` if only a passkey is sufficient
 */
export function requireStepUp(ctx: Ctx | TxCtx, act: GuardedAct): void {
  if (!proves(ctx.steppedUp, act)) throw stepUpRefusal(act);
}

/** The error, at the form field where the proof is given. */
export function stepUpRefusal(act: GuardedAct): AppError {
  const { field, said: message } = words[stepUps[act]];
  return markUnconfirmed(new AppError("invalid", message, { [field]: message }));
}

const words = labelTable(() => ({
  phr: { field: "passkey", said: t("Confirm with a passkey. If you have none, add one under Account, Security.") },
  best: {
    field: "passkey",
    said: t("Confirm with your passkey, or with password and code where you have no passkey."),
  },
  any: { field: "password", said: t("Confirm that it is you: type your password.") },
}));

import "server-only";
import { AppError } from "@/lib/platform/errors";
import type { Ctx, Scoped } from "./ctx";
import { markUnconfirmed } from "./note-refusal";

/**
 * For what one must not be able to do from a desk that somebody left: the person proved a moment ago who they are.
 * @throws AppError invalid at `password`
 */
export function requireStepUp(ctx: Ctx | Scoped): void {
  if (ctx.steppedUp === true) return;
  const said = "Confirm that it is you: type your password.";
  throw markUnconfirmed(new AppError("invalid", said, { password: said }));
}

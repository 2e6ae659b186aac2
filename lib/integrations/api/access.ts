import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { notingRefusals } from "@/lib/kernel/access/note-refusal";
import { ApiRefusal } from "./operations/problems";
import type { ApiOperation, Asked } from "./types";

/** Refused, and in the log, when the token lacks the scope of the operation. @throws ApiRefusal scope-missing */
export function requireScope(
  ctx: Ctx,
  scopes: readonly string[],
  operation: ApiOperation,
  asked: Asked,
): Promise<void> {
  return notingRefusals(ctx, { needs: null, raw: asked }, async () => {
    if (operation.scope && !scopes.includes(operation.scope)) throw new ApiRefusal("scope-missing");
  });
}

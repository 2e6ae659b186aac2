import { t } from "@/lib/platform/language/translate";
import "server-only";
import { erasureRequests } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { findTarget, requireErasable } from "./access";
import { AskErasure } from "./input";
import { reasonPlace } from "./rules";

/**
 * One supervisor requests that a closed case, or a client with all their cases, is erased. Nothing happens until a
 * second one approves.
 * @throws AppError invalid on `ground` or `reason`; not_found; conflict if a case is open, held or restricted, or a
 * request exists
 */
export const askErasure = command({
  needs: "record.erase",
  input: AskErasure,
  async run(ctx, { of, id: erasedId, ground, reason, withClient }) {
    const askedBy = ctx.actor.memberId;
    if (!askedBy) throw new AppError("forbidden", t("A person asks."));
    const target = await findTarget(ctx, of, erasedId);
    await requireErasable(ctx, target);
    const id = newId();
    const vault = await openVault(ctx, target.keyId);
    await ctx.db.insert(erasureRequests).values({
      id,
      orgId: ctx.orgId,
      of,
      erasedId,
      code: target.code,
      ground,
      keyId: target.keyId,
      reason: vault.seal(reasonPlace(id), reason),
      withClient: of === "case" && withClient,
      state: "waiting",
      askedBy,
      askedAt: ctx.now,
    });
    const caseId = of === "case" ? erasedId : undefined;
    return { value: { id }, audit: { action: "erasure.asked", subjectId: id, caseId, detail: { of, ground } } };
  },
});

import { t } from "@/lib/platform/language/translate";
import "server-only";
import { caseExports } from "@/db/schema";
import { findCase, refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSettled } from "@/lib/kernel/access/second-person";
import { createVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { AskExport } from "./input";
import { reasonPlace } from "./rules";

/**
 * Requests an export of a case, which starts at once, or of the whole organisation, which waits for a second person.
 * Requires fresh proof.
 * @throws AppError forbidden in the first 7 days of a role; invalid on `reason` or `password`; not_found; conflict
 * while the case is restricted
 */
export const askExport = command({
  needs: "case.export",
  input: AskExport,
  rateLimit: "export",
  async run(ctx, { caseId, reason }) {
    await requireSettled(ctx);
    requireStepUp(ctx, "export.ask");
    const askedBy = ctx.actor.memberId;
    if (!askedBy) throw new AppError("forbidden", t("A person asks for a folder."));
    if (caseId) await findCase(ctx, caseId);
    if (caseId) await refuseRestricted(ctx, caseId);
    const id = newId();
    const vault = await createVault(ctx, "export");
    const kind = caseId ? ("case" as const) : ("organisation" as const);
    await ctx.db.insert(caseExports).values({
      id,
      orgId: ctx.orgId,
      keyId: vault.keyId,
      kind,
      caseId: caseId ?? null,
      reason: vault.seal(reasonPlace(id), reason),
      askedBy,
      askedAt: ctx.now,
      state: caseId ? "building" : "waiting",
    });
    await enqueue(ctx, "export.build", { exportId: id });
    return { value: { id }, audit: { action: "export.asked", subjectId: id, caseId, detail: { kind } } };
  },
});

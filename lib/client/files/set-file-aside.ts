import "server-only";
import { and, eq } from "drizzle-orm";
import { clientFiles } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findReceivedFile } from "./access";
import { OneClientFile } from "./input";

/**
 * Keeps a client's file apart, unused: nothing of it is lost, and it can be accepted later.
 * @throws AppError not_found; conflict unless it waits
 */
export const setFileAside = command({
  needs: "case.write",
  input: OneClientFile,
  async run(ctx, { clientFileId }) {
    const { caseId } = await findReceivedFile(ctx, clientFileId);
    await lockCase(ctx, caseId);
    const mine = and(eq(clientFiles.orgId, ctx.orgId), eq(clientFiles.id, clientFileId));
    const [won] = await ctx.db
      .update(clientFiles)
      .set({ state: "set_aside", decidedBy: ctx.actor.memberId, decidedAt: ctx.now })
      .where(and(mine, eq(clientFiles.state, "waiting")))
      .returning({ id: clientFiles.id });
    if (!won) throw new AppError("conflict", t("This file is not waiting any more. Reload to see it."));
    const audit = { action: "client_file.set_aside" as const, subjectId: clientFileId, caseId, detail: {} };
    return { value: undefined, audit };
  },
});

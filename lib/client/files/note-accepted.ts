import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { clientFiles } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findReceivedFile } from "./access";
import { NoteAccepted } from "./input";

/**
 * Records which exhibit a client's file became, in the transaction in which it does. @throws AppError not_found; conflict
 * if somebody accepted it meanwhile
 */
export const noteAccepted = command({
  needs: "case.write",
  input: NoteAccepted,
  async run(ctx, { clientFileId, exhibitId }) {
    const { caseId } = await findReceivedFile(ctx, clientFileId);
    await lockCase(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    if (exhibit.caseId !== caseId) throw new AppError("not_found", t("No such exhibit."));
    const mine = and(eq(clientFiles.orgId, ctx.orgId), eq(clientFiles.id, clientFileId));
    const [won] = await ctx.db
      .update(clientFiles)
      .set({ state: "accepted", exhibitId, decidedBy: ctx.actor.memberId, decidedAt: ctx.now })
      .where(and(mine, inArray(clientFiles.state, ["waiting", "set_aside"])))
      .returning({ id: clientFiles.id });
    if (!won) throw new AppError("conflict", t("Somebody accepted this file already. Reload to see it."));
    const audit = { action: "client_file.accepted" as const, subjectId: clientFileId, caseId, detail: { exhibitId } };
    return { value: undefined, audit };
  },
});

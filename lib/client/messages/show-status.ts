import "server-only";
import { clientMessages } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { lockOpenPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { ShowStatus } from "./input";
import { wordsPlace } from "./rules";

/**
 * Shows the client where her case stands: a ready sentence, which she reads in her language, or own words. Nothing of
 * the case is shown to her by itself. @throws AppError not_found; invalid; conflict without an open page
 */
export const showStatus = command({
  needs: "case.write",
  input: ShowStatus,
  async run(ctx, { caseId, line, lineOn, words }) {
    const page = await lockOpenPage(ctx, caseId);
    const id = newId();
    const vault = await openVault(ctx, page.keyId);
    await ctx.db.insert(clientMessages).values({
      id,
      orgId: ctx.orgId,
      caseId,
      pageId: page.id,
      kind: "status",
      writer: "staff",
      memberId: ctx.actor.memberId,
      line,
      lineOn: line ? lineOn : null,
      words: vault.sealMaybe(wordsPlace(id), words),
      at: ctx.now,
    });
    await touchCase(ctx, caseId);
    return { value: { id }, audit: { action: "client_message.shown", subjectId: id, caseId, detail: { line } } };
  },
});

import "server-only";
import { clientMessages } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { lockOpenPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { WriteToClient } from "./input";
import { wordsPlace } from "./rules";

/**
 * Puts a message on the client's page; nothing is sent anywhere, she finds it there.
 * @throws AppError not_found; invalid at `words`; conflict without an open page
 */
export const writeToClient = command({
  needs: "client.page",
  input: WriteToClient,
  async run(ctx, { caseId, words }) {
    const page = await lockOpenPage(ctx, caseId);
    const id = newId();
    const vault = await openVault(ctx, page.keyId);
    await ctx.db.insert(clientMessages).values({
      id,
      orgId: ctx.orgId,
      caseId,
      pageId: page.id,
      kind: "message",
      writer: "staff",
      memberId: ctx.actor.memberId,
      words: vault.seal(wordsPlace(id), words),
      at: ctx.now,
    });
    await touchCase(ctx, caseId);
    return { value: { id }, audit: { action: "client_message.written", subjectId: id, caseId, detail: {} } };
  },
});

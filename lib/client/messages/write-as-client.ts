import "server-only";
import { clientMessages } from "@/db/schema";
import { leaveNews, ownPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { WriteAsClient } from "./input";
import { wordsPlace } from "./rules";

/** A client writes to her caseworker. @throws AppError invalid at `words`; unauthenticated when her page ended */
export const writeAsClient = command({
  needs: "own.page",
  input: WriteAsClient,
  async run(ctx, { words }) {
    const { id: pageId, caseId, keyId } = await ownPage(ctx);
    const id = newId();
    const vault = await openVault(ctx, keyId);
    await ctx.db.insert(clientMessages).values({
      id,
      orgId: ctx.orgId,
      caseId,
      pageId,
      kind: "message",
      writer: "client",
      words: vault.seal(wordsPlace(id), words),
      at: ctx.now,
    });
    await leaveNews(ctx, pageId);
    return { value: { id }, audit: { action: "client_message.received", subjectId: id, caseId, detail: {} } };
  },
});

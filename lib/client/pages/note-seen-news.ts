import "server-only";
import { and, eq } from "drizzle-orm";
import { clientPages } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findPage } from "./access";
import { OnePage } from "./input";

/** A member on the case has seen what the client did: it leaves My work until there is something new. */
export const noteSeenNews = command({
  needs: "case.write",
  input: OnePage,
  async run(ctx, { pageId }) {
    const { caseId } = await findPage(ctx, pageId);
    const mine = and(eq(clientPages.orgId, ctx.orgId), eq(clientPages.id, pageId));
    await ctx.db.update(clientPages).set({ seenAt: ctx.now }).where(mine);
    return { value: undefined, audit: { action: "client_page.seen", subjectId: pageId, caseId, detail: {} } };
  },
});

import "server-only";
import { and, eq } from "drizzle-orm";
import { firstLinks } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findFirstLink } from "../access";
import { OneFirstLink } from "../input";

/** A member on the case has seen the events at the link: it leaves My work until there is a new one. */
export const noteFirstLink = command({
  needs: "handover.deliver",
  input: OneFirstLink,
  async run(ctx, { linkId }) {
    const { caseId } = await findFirstLink(ctx, linkId);
    const mine = and(eq(firstLinks.orgId, ctx.orgId), eq(firstLinks.id, linkId));
    await ctx.db.update(firstLinks).set({ seenAt: ctx.now }).where(mine);
    return { value: undefined, audit: { action: "first_link.seen", subjectId: linkId, caseId, detail: {} } };
  },
});

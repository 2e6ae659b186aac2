import "server-only";
import { eq } from "drizzle-orm";
import { breaches, breachNotices } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findAffected, lockBreach } from "../access";
import { OneBreach } from "../input";

/**
 * Reads the log and lists the clients affected, each once. A repeat adds those that the log shows since, and removes
 * nobody: a started notice is kept. @throws AppError not_found
 */
export const countAffected = command({
  needs: "breach.write",
  input: OneBreach,
  async run(ctx, { breachId }) {
    const row = await lockBreach(ctx, breachId);
    for (const { clientId, shownBy } of await findAffected(ctx, row)) {
      await ctx.db
        .insert(breachNotices)
        .values({ orgId: ctx.orgId, breachId, clientId, shownBy })
        .onConflictDoNothing();
    }
    const clients = await ctx.db.$count(breachNotices, eq(breachNotices.breachId, breachId));
    await ctx.db.update(breaches).set({ affected: clients, countedAt: ctx.now }).where(eq(breaches.id, breachId));
    return { value: { clients }, audit: { action: "breach.counted", subjectId: breachId, detail: { clients } } };
  },
});

import "server-only";
import { sql } from "drizzle-orm";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { EndAllSessions } from "../input";

/**
 * Signs out everybody of the organisation at their next request, including the person who triggers it: for when nobody
 * knows which session is an intruder's. @returns how many sessions ended
 */
export const endAllSessions = command({
  needs: "people.write",
  input: EndAllSessions,
  async run(ctx) {
    requireStepUp(ctx, "session.end_all");
    const [row] = await ctx.db.execute<{ n: number }>(sql`select auth.end_sessions_of(null) as n`);
    const sessions = row?.n ?? 0;
    return { value: sessions, audit: { action: "session.all_ended", subjectId: ctx.orgId, detail: { sessions } } };
  },
});

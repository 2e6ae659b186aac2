import "server-only";
import { sql } from "drizzle-orm";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { findMember } from "../access";
import { EndSessions } from "../input";

/** Signs a person out everywhere, at their next request. They may sign in again. @returns how many sessions ended */
export const endSessions = command({
  needs: "people.write",
  input: EndSessions,
  async run(ctx, { memberId }) {
    await findMember(ctx, memberId);
    requireStepUp(ctx, "session.end_theirs");
    const [row] = await ctx.db.execute<{ n: number }>(sql`select auth.end_sessions_of(${memberId}::uuid) as n`);
    const sessions = row?.n ?? 0;
    return { value: sessions, audit: { action: "session.theirs_ended", subjectId: memberId, detail: { sessions } } };
  },
});

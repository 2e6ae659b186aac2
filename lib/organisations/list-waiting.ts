import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/access/query";
import { namesOf } from "./scope";

/** What of somebody's ways to sign in waits for a second person: a passkey, or the codes of an app when it has none. */
export type WaitingView = {
  memberId: string;
  name: string;
  passkeyId: string | null;
  since: Date;
  until: Date | null;
  mine: boolean;
};

type Row = { member_id: string; passkey_id: string | null; since: string; until: string | null };

/** The oldest first, one's own too, for which somebody else is needed. */
export const listWaiting = query("audit.read", async (ctx): Promise<WaitingView[]> => {
  const rows = await ctx.db.execute<Row>(sql`select * from auth.list_waiting()`);
  const names = await namesOf(
    ctx,
    rows.map((row) => row.member_id),
  );
  return rows.map(({ member_id: memberId, passkey_id: passkeyId, since, until }) => ({
    ...{ memberId, passkeyId, name: names.get(memberId) ?? "Somebody", since: new Date(since) },
    ...{ until: until ? new Date(until) : null, mine: memberId === ctx.actor.memberId },
  }));
});

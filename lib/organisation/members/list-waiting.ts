import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/kernel/access/query";
import { whyNotSecond } from "@/lib/kernel/access/second-person";
import { namesOf } from "./names-of";

/** A person's sign-in method that awaits a second person: a passkey, or authenticator codes if they have no passkey. */
export type WaitingView = {
  memberId: string;
  name: string;
  passkeyId: string | null;
  since: Date;
  until: Date | null;
  mine: boolean;
  /** Of somebody who let the reader in less than 30 days ago, or whom the reader let in. */
  tied: boolean;
};

type Row = { member_id: string; passkey_id: string | null; since: string; until: string | null };

/** Oldest first, including one's own, for which somebody else is needed. */
export const listWaiting = query("audit.read", async (ctx): Promise<WaitingView[]> => {
  const rows = await ctx.db.execute<Row>(sql`select * from auth.list_waiting()`);
  const names = await namesOf(
    ctx,
    rows.map((row) => row.member_id),
  );
  const views: WaitingView[] = [];
  for (const { member_id: memberId, passkey_id: passkeyId, since, until } of rows) {
    const mine = memberId === ctx.actor.memberId;
    views.push({
      memberId,
      passkeyId,
      mine,
      name: names.get(memberId) ?? "Somebody",
      since: new Date(since),
      until: until ? new Date(until) : null,
      tied: !mine && (await whyNotSecond(ctx, memberId)) !== null,
    });
  }
  return views;
});

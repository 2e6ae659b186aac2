import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { calendarFeeds, mails, reminderWishes } from "@/db/schema";
import { query } from "@/lib/access/query";
import { defaultWishes } from "./rules";
import type { FeedView, MailView, Wishes } from "./types";

/** How the one who asks is reminded: what they chose, else the usual. */
export const readWishes = query("own.settings", async (ctx): Promise<Wishes> => {
  const mine = eq(reminderWishes.memberId, ctx.actor.memberId ?? ctx.orgId);
  const [row] = await ctx.db
    .select()
    .from(reminderWishes)
    .where(and(eq(reminderWishes.orgId, ctx.orgId), mine));
  return row ?? defaultWishes();
});

/** The open calendar address of the one who asks, without its token: that is known to them alone. */
export const readFeed = query("own.settings", async (ctx): Promise<FeedView | null> => {
  const mine = eq(calendarFeeds.memberId, ctx.actor.memberId ?? ctx.orgId);
  const [row] = await ctx.db
    .select({ id: calendarFeeds.id, madeAt: calendarFeeds.madeAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.orgId, ctx.orgId), mine, isNull(calendarFeeds.revokedAt)))
    .limit(1);
  return row ?? null;
});

/** The last mails to the one who asks, the newest first. */
export const listMyMails = query("own.settings", async (ctx): Promise<MailView[]> => {
  const mine = eq(mails.memberId, ctx.actor.memberId ?? ctx.orgId);
  return ctx.db
    .select({
      id: mails.id,
      subject: mails.subject,
      madeAt: mails.madeAt,
      notBefore: mails.notBefore,
      sentAt: mails.sentAt,
      failure: mails.failure,
    })
    .from(mails)
    .where(and(eq(mails.orgId, ctx.orgId), mine))
    .orderBy(desc(mails.id))
    .limit(5);
});

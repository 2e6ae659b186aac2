import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { RevokeFeed } from "./input";

/** Closes one of the person's calendar addresses: the calendar program's next request gets nothing. */
export const revokeFeed = command({
  needs: "own.settings",
  input: RevokeFeed,
  async run(ctx, { feedId }) {
    const mine = and(eq(calendarFeeds.orgId, ctx.orgId), eq(calendarFeeds.memberId, ctx.actor.memberId ?? ctx.orgId));
    const [closed] = await ctx.db
      .update(calendarFeeds)
      .set({ revokedAt: ctx.now })
      .where(and(mine, eq(calendarFeeds.id, feedId), isNull(calendarFeeds.revokedAt)))
      .returning({ id: calendarFeeds.id });
    if (!closed) throw new AppError("not_found", t("No such calendar address."));
    return { value: undefined, audit: { action: "feed.revoked", subjectId: feedId, detail: {} } };
  },
});

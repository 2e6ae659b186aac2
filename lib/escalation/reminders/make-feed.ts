import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { MakeFeed } from "./input";

/** Creates the person's one calendar address and closes an earlier one. Its token is only in the answer. */
export const makeFeed = command({
  needs: "case.read",
  input: MakeFeed,
  async run(ctx) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person has a calendar."));
    // Two concurrent requests must not leave two open addresses.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`feed:${memberId}`}, 0))`);
    const closed = await ctx.db
      .update(calendarFeeds)
      .set({ revokedAt: ctx.now })
      .where(
        and(eq(calendarFeeds.orgId, ctx.orgId), eq(calendarFeeds.memberId, memberId), isNull(calendarFeeds.revokedAt)),
      )
      .returning({ id: calendarFeeds.id });
    const [id, token] = [newId(), newToken()] as const;
    await ctx.db
      .insert(calendarFeeds)
      .values({ id, orgId: ctx.orgId, memberId, tokenHash: sha256(token), madeAt: ctx.now });
    const revoked = closed.map((feed): AuditEntry => ({ action: "feed.revoked", subjectId: feed.id, detail: {} }));
    return {
      value: { id, token: token.toString("base64url") },
      audit: [{ action: "feed.made", subjectId: id, detail: {} }, ...revoked],
    };
  },
});

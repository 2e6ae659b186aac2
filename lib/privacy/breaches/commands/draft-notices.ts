import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { breachNotices, clients } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { isNotice, lockBreach } from "../access";
import { OneBreach } from "../input";
import { draftOf, noticePlace, wordsPlace } from "../rules";

import type { BreachWords, NoticeWords } from "../types";

/**
 * Drafts a notice for each client on the list without one, encrypted under that client's key. @throws AppError conflict
 */
export const draftNotices = command({
  needs: "breach.write",
  input: OneBreach,
  async run(ctx, { breachId }) {
    const row = await lockBreach(ctx, breachId);
    const own = await openVault(ctx, row.keyId);
    const breachWords = JSON.parse(own.open(wordsPlace(breachId), row.words)) as BreachWords;
    const words: NoticeWords = { body: written(() => draftOf(breachWords)), review: null };
    const waiting = await ctx.db
      .select({ clientId: breachNotices.clientId, keyId: clients.keyId })
      .from(breachNotices)
      .innerJoin(clients, and(eq(clients.orgId, breachNotices.orgId), eq(clients.id, breachNotices.clientId)))
      .where(and(eq(breachNotices.breachId, breachId), isNull(breachNotices.words)));
    if (waiting.length === 0)
      throw new AppError("conflict", t("Everybody on the list has a notice, or nobody is on it."));
    for (const { clientId, keyId } of waiting) {
      const vault = await openVault(ctx, keyId);
      const sealed = vault.seal(noticePlace(breachId, clientId), JSON.stringify(words));
      await ctx.db
        .update(breachNotices)
        .set({ words: sealed, draftedBy: ctx.actor.memberId, draftedAt: ctx.now })
        .where(isNotice(ctx, breachId, clientId));
    }
    const notices = waiting.length;
    return {
      value: { notices },
      audit: { action: "breach.notices_drafted", subjectId: breachId, detail: { notices } },
    };
  },
});

import { t } from "@/lib/platform/language/translate";
import "server-only";
import { accountExhibits, accountHandles, accounts, searchTokens } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { accountRow, accountTokens, repeatedAccount } from "@/lib/casework/cases/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { watchHits } from "@/lib/casework/clients/watch-hits";
import { command } from "@/lib/kernel/access/command";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { accountsOf, findSubject, refuseUnconfirmed, requireExhibit } from "../access";
import { LinkAccount } from "../input";
import { missingForConfirmed } from "../rules";

/**
 * Adds an account to a subject. A confirmed link needs a reason; if no exhibit shows it, the person is asked once.
 * @throws AppError conflict on `handle` or `platformId` if it is already recorded; invalid on what the link lacks
 */
export const linkAccount = command({
  needs: "case.write",
  input: LinkAccount,
  async run(ctx, { caseId, subjectId, exhibitId, keepConfirmed, ...draft }) {
    const row = await lockCase(ctx, caseId);
    const subject = await findSubject(ctx, row.id, subjectId);
    if (!findPlatform(draft.platform)) {
      throw new AppError("invalid", t("No such platform."), { platform: t("Choose a platform from the list.") });
    }
    await requireExhibit(ctx, row.id, exhibitId);
    const others = await accountsOf(ctx, row.id);
    const repeated = repeatedAccount(draft, others);
    if (repeated) throw new AppError("conflict", repeated.message, { [repeated.field]: repeated.message });
    refuseUnconfirmed(missingForConfirmed({ ...draft, hasExhibit: exhibitId !== null, keepConfirmed }));
    const place = { orgId: ctx.orgId, caseId: row.id };
    const number = (others.at(-1)?.number ?? 0) + 1;
    const account = accountRow(place, { id: newId(), number, subjectId: subject.id, addedAt: ctx.now }, draft);
    await ctx.db.insert(accounts).values(account);
    const seenOn = draft.firstSeenOn ?? civilDate(ctx.now, "UTC");
    await ctx.db
      .insert(accountHandles)
      .values({ ...place, id: newId(), accountId: account.id, handle: account.handle, seenOn });
    const tokens = accountTokens(await openTokens(ctx), ctx.orgId, account);
    await ctx.db.insert(searchTokens).values(tokens);
    await watchHits(
      ctx,
      tokens.map(({ token }) => token),
    );
    if (exhibitId) {
      await ctx.db.insert(accountExhibits).values({ ...place, id: newId(), accountId: account.id, exhibitId });
    }
    await touchCase(ctx, row.id);
    const detail = { platform: account.platform, hasPlatformId: account.platformId !== null };
    return {
      value: { id: account.id },
      audit: { action: "account.linked", subjectId: account.id, caseId: row.id, detail },
    };
  },
});

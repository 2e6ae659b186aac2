import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { accountHandles, accounts, searchTokens } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { accountTokens, repeatedAccount, stableId } from "@/lib/casework/cases/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { watchHits } from "@/lib/casework/clients/watch-hits";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { accountsOf, isShown, refuseUnconfirmed } from "../access";
import { AmendAccount } from "../input";
import { changedFields, missingForConfirmed } from "../rules";

/**
 * Sets the permanent ID when it becomes known, or follows a rename: the earlier handle stays in the history, and the
 * account can still be found by it. An ID that was a mistake can no longer be found.
 * @throws AppError invalid on `platformId` for another ID that is not marked as correcting a mistake, and on what a
 * link that becomes confirmed lacks; conflict on a repeat; ClashError
 */
export const amendAccount = command({
  needs: "case.write",
  input: AmendAccount,
  async run(ctx, input) {
    const row = await lockCase(ctx, input.caseId);
    const all = await accountsOf(ctx, row.id);
    const account = all.find((candidate) => candidate.id === input.accountId);
    if (!account) throw new AppError("not_found", t("No such account."));
    refuseOld(ctx, account.addedAt);
    const now = () => ({ ...nextFacts(account), idNotKnown: account.platformId === null });
    await bumpRecordVersion(ctx, { record: account.id, seen: input.version, now });
    refuseOtherId(account.platformId, input);
    const platformId = stableId({ ...input, platform: account.platform });
    const next = { ...nextFacts(input), platformId, platform: account.platform };
    const fields = changedFields(account, next);
    if (fields.length === 0) throw new AppError("conflict", t("Nothing was changed."));
    if (fields.includes("confidence")) {
      const { keepConfirmed } = input;
      refuseUnconfirmed(
        missingForConfirmed({ ...next, hasExhibit: await isShown(ctx, account.id), keepConfirmed }, "confidence"),
      );
    }
    const others = all.filter((candidate) => candidate.id !== account.id);
    const identity = fields.includes("handle") || fields.includes("platformId");
    const repeated = identity ? repeatedAccount(next, others) : null;
    if (repeated) throw new AppError("conflict", repeated.message, { [repeated.field]: repeated.message });
    await ctx.db
      .update(accounts)
      .set(next)
      .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.id, account.id)));
    if (fields.includes("handle")) await noteHandle(ctx, account, input);
    if (fields.includes("platformId")) await dropOldId(ctx, account.id);
    const tokens = accountTokens(await openTokens(ctx), ctx.orgId, { ...next, id: account.id });
    await ctx.db.insert(searchTokens).values(tokens).onConflictDoNothing();
    if (identity)
      await watchHits(
        ctx,
        tokens.map(({ token }) => token),
      );
    await touchCase(ctx, row.id);
    return {
      value: { id: account.id },
      audit: { action: "account.amended", subjectId: account.id, caseId: row.id, detail: { fields } },
    };
  },
});

type Input = z.output<typeof AmendAccount>;

function refuseOtherId(known: string | null, input: Input): void {
  if (!known || input.platformId === known || input.correctsId) return;
  const message = input.platformId
    ? t(
        "A different ID means a different account: link it as a new one. If the first ID was mistyped, tick that this corrects it.",
      )
    : t("The ID is already recorded. You can correct it, but not remove it.");
  throw new AppError("invalid", message, { platformId: message });
}

type Facts = Omit<
  Input,
  "caseId" | "accountId" | "idNotKnown" | "handleSeenOn" | "correctsId" | "keepConfirmed" | "version"
>;

function nextFacts(input: Facts) {
  const { platformId, handle, url, displayName, confidence, linkReason, firstSeenOn, lastSeenOn } = input;
  return { platformId, handle, url, displayName, confidence, linkReason, firstSeenOn, lastSeenOn };
}

async function noteHandle(ctx: TxCtx, account: typeof accounts.$inferSelect, input: Input): Promise<void> {
  await ctx.db.insert(accountHandles).values({
    id: newId(),
    orgId: ctx.orgId,
    caseId: account.caseId,
    accountId: account.id,
    handle: input.handle,
    seenOn: input.handleSeenOn ?? civilDate(ctx.now, "UTC"),
  });
}

async function dropOldId(ctx: TxCtx, accountId: string): Promise<void> {
  await ctx.db
    .delete(searchTokens)
    .where(
      and(
        eq(searchTokens.orgId, ctx.orgId),
        eq(searchTokens.ownerKind, "account"),
        eq(searchTokens.ownerId, accountId),
        eq(searchTokens.field, "platform_id"),
      ),
    );
}

import "server-only";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { choiceVersions } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newestOf } from "@/lib/organisation/choices/access";
import type { ChoiceListName } from "@/lib/organisation/choices/types";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { withDrafts } from "./rules";

export type VersionRow = typeof choiceVersions.$inferSelect;

const isDraft = and(isNull(choiceVersions.publishedAt), isNull(choiceVersions.discardedAt));

/** What counted, in time, and what does not count yet. */
export async function readList(
  ctx: TxCtx,
  list: ChoiceListName,
): Promise<{ published: VersionRow[]; drafts: VersionRow[] }> {
  const mine = and(eq(choiceVersions.orgId, ctx.orgId), eq(choiceVersions.list, list));
  const [published, drafts] = await Promise.all([
    ctx.db
      .select()
      .from(choiceVersions)
      .where(and(mine, isNotNull(choiceVersions.publishedAt)))
      .orderBy(asc(choiceVersions.publishedAt), asc(choiceVersions.id)),
    ctx.db.select().from(choiceVersions).where(and(mine, isDraft)).orderBy(asc(choiceVersions.id)),
  ]);
  return { published, drafts };
}

/** The same for a change. */
export async function readListNow(ctx: TxCtx, list: ChoiceListName) {
  const { published, drafts } = await readList(ctx, list);
  const now = newestOf(published.toReversed());
  return { now, drafts, next: withDrafts(now, drafts) };
}

/** What a preview shows, by name: another administrator may have changed it since. */
export const seenOf = (drafts: readonly { id: string }[]): string =>
  [drafts.length, ...drafts.map(({ id }) => id)].join(" ");

type Drafted = Pick<VersionRow, "choice" | "nearest" | "labels" | "isHidden" | "position">;

/** Puts a draft of a choice in the place of the one before. */
export async function addDraft(ctx: TxCtx, list: ChoiceListName, draft: Drafted): Promise<string> {
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", t("Only a person changes the lists."));
  await discardDrafts(ctx, list, draft.choice);
  const id = newId();
  const { choice, nearest, labels, isHidden, position } = draft;
  await ctx.db.insert(choiceVersions).values({
    id,
    orgId: ctx.orgId,
    list,
    choice,
    nearest,
    labels,
    isHidden,
    position,
    savedBy: memberId,
    savedAt: ctx.now,
  });
  return id;
}

/** @param choice all of the list when left out @returns how many there were */
export async function discardDrafts(ctx: TxCtx, list: ChoiceListName, choice?: string): Promise<number> {
  const mine = and(eq(choiceVersions.orgId, ctx.orgId), eq(choiceVersions.list, list));
  const only = choice === undefined ? undefined : eq(choiceVersions.choice, choice);
  const gone = await ctx.db
    .update(choiceVersions)
    .set({ discardedAt: ctx.now })
    .where(and(mine, isDraft, only))
    .returning({ id: choiceVersions.id });
  return gone.length;
}

/** @throws AppError conflict where there is no draft; conflict where it is not the one that was seen */
export async function publishDrafts(ctx: TxCtx, list: ChoiceListName, seen: string): Promise<string[]> {
  const { drafts } = await readList(ctx, list);
  if (drafts.length === 0) throw new AppError("conflict", t("There is nothing to publish."));
  if (seenOf(drafts) !== seen) {
    throw new AppError("conflict", t("Somebody changed the list meanwhile. Look at the preview again."));
  }
  await ctx.db
    .update(choiceVersions)
    .set({ publishedAt: ctx.now, publishedBy: ctx.actor.memberId })
    .where(and(eq(choiceVersions.orgId, ctx.orgId), eq(choiceVersions.list, list), isDraft));
  return drafts.map(({ id }) => id);
}

import "server-only";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { among } from "@/db/among";
import { choiceVersions } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { ownWords, valueRecorded } from "./rules";
import type { ChoiceListName, ChoiceVersion, Chosen, Recorded } from "./types";

/** Every version of some lists that ever counted, the newest first: what records name. */
export async function readVersions(ctx: TxCtx, lists: readonly ChoiceListName[]): Promise<ChoiceVersion[]> {
  const { id, choice, nearest, labels, isHidden, position } = choiceVersions;
  return ctx.db
    .select({ id, list: choiceVersions.list, choice, nearest, labels, isHidden, position })
    .from(choiceVersions)
    .where(
      and(
        eq(choiceVersions.orgId, ctx.orgId),
        among(choiceVersions.list, [...lists]),
        isNotNull(choiceVersions.publishedAt),
      ),
    )
    .orderBy(desc(choiceVersions.publishedAt), desc(choiceVersions.id));
}

/** The newest of each choice. @param versions the newest first */
export function newestOf<T extends { choice: string }>(versions: readonly T[]): T[] {
  const found = new Map<string, T>();
  for (const version of versions) if (!found.has(version.choice)) found.set(version.choice, version);
  return [...found.values()];
}

/** What a form has for a record: the key of ours, or that of the organisation's own choice. */
export async function valueKept(ctx: TxCtx, { key, version }: Recorded): Promise<string> {
  return valueRecorded(key, (await findVersion(ctx, version))?.choice ?? null);
}

/** What a record names; null where it was written in our words. */
export async function findVersion(ctx: TxCtx, version: string | null) {
  if (version === null) return null;
  const [found] = await ctx.db
    .select({ choice: choiceVersions.choice, labels: choiceVersions.labels })
    .from(choiceVersions)
    .where(and(eq(choiceVersions.orgId, ctx.orgId), eq(choiceVersions.id, version)));
  return found ?? null;
}

type Settling = {
  list: ChoiceListName;
  /** Of the form, for the message. */
  field: string;
  /** What the record has already: it may stay, and keeps its words. */
  kept?: Recorded | undefined;
};

/**
 * The version under whose words a choice is recorded; null for the words of the product. @throws AppError invalid at the
 * field for a choice that is hidden, is not of this organisation, or counts as something else
 */
export async function settleChoice(ctx: TxCtx, { key, choice }: Chosen, { list, field, kept }: Settling) {
  const versions = await readVersions(ctx, [list]);
  const found = newestOf(versions).find((version) => version.choice === (choice ?? key));
  const before = kept && versions.find(({ id }) => id === kept.version);
  const isKept = kept?.key === key && (before?.choice ?? kept.key) === (choice ?? key);
  if (kept && isKept) return kept.version;
  const refuse = (message: string) => new AppError("invalid", message, { [field]: message });
  if (choice !== null && found?.nearest !== key) throw refuse(t("Choose one from the list."));
  if (!found) return null;
  if (found.isHidden) throw refuse(t("This choice is no longer used. Choose another."));
  return ownWords(found.labels) === null ? null : found.id;
}

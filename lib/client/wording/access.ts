import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { clientWordings } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import type { WordingKey } from "./languages/en";
import { type ClientLanguage, ourText, textKeys, whyNotWords } from "./rules";
import type { OwnTexts } from "./types";

export const shaOf = (text: string): string => sha256(text).toString("hex");

type Saved = { words: string | null; speaker: string | null; englishSha256: string; wordsSha256: string };

/** What clients read for a text: the organisation's own words if it has any. */
export const wordsOf = (language: ClientLanguage, key: WordingKey, saved: Pick<Saved, "words"> | undefined): string =>
  saved?.words ?? ourText(language, key);

/** A speaker confirmed exactly this text, of exactly this English. */
export function isConfirmed(language: ClientLanguage, key: WordingKey, saved: Saved): boolean {
  return (
    saved.speaker !== null &&
    saved.englishSha256 === shaOf(ourText("en", key)) &&
    saved.wordsSha256 === shaOf(wordsOf(language, key, saved))
  );
}

/** The organisation's own texts of a language; for a client too, who sees no table of them. */
export async function readOwnTexts(ctx: TxCtx, language: ClientLanguage): Promise<OwnTexts> {
  const rows = await ctx.db.execute<Record<string, string | null>>(sql`select * from app.client_texts(${language})`);
  const own: OwnTexts & { words: Map<WordingKey, string>; confirmed: Set<WordingKey> } = {
    words: new Map(),
    confirmed: new Set(),
  };
  for (const row of rows) {
    const key = textKeys.find((known) => known === row.key);
    if (!key) continue;
    const saved = {
      words: row.words ?? null,
      speaker: row.speaker ?? null,
      englishSha256: row.english_sha256 ?? "",
      wordsSha256: row.words_sha256 ?? "",
    };
    // Own words from before the English got another placeholder are not shown.
    if (saved.words !== null && whyNotWords(key, saved.words)) continue;
    if (saved.words !== null) own.words.set(key, saved.words);
    if (isConfirmed(language, key, saved)) own.confirmed.add(key);
  }
  return own;
}

type Change = { language: ClientLanguage; key: WordingKey; words: string | null; speaker: string | null };

/** Adds what is said of a text from now on. It stands for this English and these words alone. */
export async function addChange(ctx: TxCtx, { language, key, words, speaker }: Change): Promise<string> {
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", t("A person changes a text."));
  const id = newId();
  await ctx.db.insert(clientWordings).values({
    id,
    orgId: ctx.orgId,
    language,
    key,
    words,
    speaker,
    englishSha256: shaOf(ourText("en", key)),
    wordsSha256: shaOf(words ?? ourText(language, key)),
    savedBy: memberId,
    savedAt: ctx.now,
  });
  return id;
}

/** What is said of one text now; undefined while nobody said anything. */
export async function newestChange(ctx: TxCtx, language: ClientLanguage, key: WordingKey) {
  const mine = and(
    eq(clientWordings.orgId, ctx.orgId),
    eq(clientWordings.language, language),
    eq(clientWordings.key, key),
  );
  const newest = [desc(clientWordings.savedAt), desc(clientWordings.id)];
  const [row] = await ctx.db
    .select()
    .from(clientWordings)
    .where(mine)
    .orderBy(...newest)
    .limit(1);
  return row;
}

import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { clientWordings } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { namesOf } from "@/lib/organisation/members/names-of";
import { isConfirmed, readOwnTexts, shaOf, wordsOf } from "./access";
import { type ClientLanguage, ourText, placeholdersOf, textKeys } from "./rules";
import type { OwnTexts, TextView } from "./types";

/** What a client reads in a language, in the words of the organisation of her page. */
export const readOwnWords = query(
  "own.page",
  (ctx, language: ClientLanguage): Promise<OwnTexts> => readOwnTexts(ctx, language),
);

/** Every text of a language beside its English, with what was said of it. */
export const listTexts = query("people.read", async (ctx, language: ClientLanguage): Promise<TextView[]> => {
  const rows = await ctx.db
    .select()
    .from(clientWordings)
    .where(and(eq(clientWordings.orgId, ctx.orgId), eq(clientWordings.language, language)))
    .orderBy(desc(clientWordings.savedAt), desc(clientWordings.id));
  const names = await namesOf(
    ctx,
    rows.map((row) => row.savedBy),
  );
  const byKey = Map.groupBy(rows, (row) => row.key);
  return textKeys.map((key) => {
    const own = byKey.get(key) ?? [];
    const [newest] = own;
    const text = wordsOf(language, key, newest);
    return {
      key,
      english: ourText("en", key),
      ours: ourText(language, key),
      text,
      textSha256: shaOf(text),
      isOwn: newest?.words != null,
      state: !newest?.speaker ? "unconfirmed" : isConfirmed(language, key, newest) ? "confirmed" : "lapsed",
      placeholders: placeholdersOf(key),
      changes: own.map(({ id, words, speaker, savedBy, savedAt }) => ({
        id,
        words,
        speaker,
        savedBy: names.get(savedBy) ?? "",
        savedAt,
      })),
    };
  });
});

import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, getTableColumns } from "drizzle-orm";
import { exhibits, members, translations } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { translationPlace } from "./rules";
import { languages, type TranslationView } from "./types";

/** The translations in force on a case, by exhibit, in the order of their places. The caller must be allowed to see the case. */
export async function readTranslations(
  ctx: TxCtx,
  vault: Vault,
  caseId: string,
): Promise<Map<string, TranslationView[]>> {
  const rows = await ctx.db
    .select({ ...getTableColumns(translations), name: members.name, signedNumber: exhibits.number })
    .from(translations)
    .leftJoin(members, and(eq(members.orgId, translations.orgId), eq(members.id, translations.madeBy)))
    .leftJoin(exhibits, and(eq(exhibits.orgId, translations.orgId), eq(exhibits.id, translations.signedIn)))
    .where(and(eq(translations.orgId, ctx.orgId), eq(translations.caseId, caseId)))
    .orderBy(asc(translations.madeAt), asc(translations.id));
  const withdrawn = new Set(rows.map(({ withdraws }) => withdraws));
  const translators: string[] = [];
  const found = new Map<string, TranslationView[]>();
  for (const row of rows) {
    if (row.withdraws !== null) continue;
    const open = (column: "original" | "words" | "translator" | "standing") =>
      vault.openMaybe(translationPlace(row.id, column), row[column]);
    const translator = open("translator") ?? "";
    const key = translator.toLowerCase().replace(/\s+/g, " ");
    // Numbered over what was taken back too: a code never passes to somebody else.
    if (!translators.includes(key)) translators.push(key);
    if (withdrawn.has(row.id)) continue;
    const translation: TranslationView = {
      id: row.id,
      of: row.of ?? "page",
      from: row.fromNo ?? 1,
      to: row.toNo ?? 1,
      reading: row.reading,
      original: open("original") ?? "",
      words: open("words") ?? "",
      language: languages.find((language) => language === row.language) ?? "other",
      translator,
      translatorCode: `TR-${translators.indexOf(key) + 1}`,
      standing: open("standing"),
      sworn: row.sworn ?? false,
      translatedOn: row.translatedOn,
      signedIn: row.signedIn && row.signedNumber !== null ? { id: row.signedIn, number: row.signedNumber } : null,
      madeBy: row.name ?? t("A former colleague"),
      madeAt: row.madeAt,
    };
    found.set(row.exhibitId, [...(found.get(row.exhibitId) ?? []), translation]);
  }
  for (const some of found.values()) some.sort((a, b) => a.from - b.from);
  return found;
}

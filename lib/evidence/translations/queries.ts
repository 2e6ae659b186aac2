import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { readingOf } from "@/lib/evidence/redactions/reading-of";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { readTranslations } from "./read-translations";
import type { TranslatedOf, TranslationView } from "./types";

/** The translations in force on one exhibit, and what its numbers count. @throws AppError not_found */
export const listTranslations = query(
  "case.read",
  async (ctx, caseId: string, exhibitId: string): Promise<{ translations: TranslationView[]; of: TranslatedOf }> => {
    const { keyId } = await findCase(ctx, caseId);
    const all = await readTranslations(ctx, await openVault(ctx, keyId), caseId);
    return { translations: all.get(exhibitId) ?? [], of: (await readingOf(ctx, exhibitId))?.of ?? "page" };
  },
);

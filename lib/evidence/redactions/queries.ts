import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { readCovers } from "./read-covers";
import { readWordy } from "./read-wordy";
import type { WordCoverView } from "./types";

/** The covers of words in force on one exhibit, and whether it has words at all. @throws AppError not_found */
export const listWordCovers = query(
  "case.read",
  async (ctx, caseId: string, exhibitId: string): Promise<{ covers: WordCoverView[]; hasWords: boolean }> => {
    const { keyId } = await findCase(ctx, caseId);
    const covers = await readCovers(ctx, await openVault(ctx, keyId), { caseId, exhibitId });
    return { covers: covers.get(exhibitId) ?? [], hasWords: (await readWordy(ctx, caseId)).has(exhibitId) };
  },
);

import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { members, transcripts } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { t } from "@/lib/platform/language/translate";
import { readTranscripts } from "./read-transcripts";
import type { Transcript, TranscriptVersion } from "./types";

/** The transcript in force on one exhibit, and every version of it, newest first. @throws AppError not_found */
export const readTranscript = query(
  "case.read",
  async (
    ctx,
    caseId: string,
    exhibitId: string,
  ): Promise<{ transcript: Transcript | null; versions: TranscriptVersion[] }> => {
    const { keyId } = await findCase(ctx, caseId);
    const all = await readTranscripts(ctx, await openVault(ctx, keyId), caseId);
    const { version, withdraws, madeAt, madeBy } = transcripts;
    const rows = await ctx.db
      .select({ version, withdraws, madeAt, name: members.name })
      .from(transcripts)
      .leftJoin(members, and(eq(members.orgId, transcripts.orgId), eq(members.id, madeBy)))
      .where(and(eq(transcripts.orgId, ctx.orgId), eq(transcripts.exhibitId, exhibitId)))
      .orderBy(desc(version));
    const versions = rows.map((row) => ({
      version: row.version,
      withdrawn: row.withdraws !== null,
      madeBy: row.name ?? t("A former colleague"),
      madeAt: row.madeAt,
    }));
    return { transcript: all.get(exhibitId) ?? null, versions };
  },
);

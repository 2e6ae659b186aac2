import "server-only";
import { and, asc, eq, getTableColumns } from "drizzle-orm";
import { members, transcripts } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { t } from "@/lib/platform/language/translate";
import { transcriptPlace } from "./rules";
import type { SpokenLine, Transcript } from "./types";

/** The transcripts in force on a case, by exhibit. The caller must be allowed to see the case. */
export async function readTranscripts(ctx: TxCtx, vault: Vault, caseId: string): Promise<Map<string, Transcript>> {
  const rows = await ctx.db
    .select({ ...getTableColumns(transcripts), name: members.name, memberCode: members.code })
    .from(transcripts)
    .leftJoin(members, and(eq(members.orgId, transcripts.orgId), eq(members.id, transcripts.madeBy)))
    .where(and(eq(transcripts.orgId, ctx.orgId), eq(transcripts.caseId, caseId)))
    .orderBy(asc(transcripts.version));
  const newest = new Map(rows.map((row) => [row.exhibitId, row]));
  const found = new Map<string, Transcript>();
  for (const { id, exhibitId, version, language, sha256, lines, name, memberCode, madeAt } of newest.values()) {
    if (lines === null || language === null || sha256 === null) continue;
    found.set(exhibitId, {
      id,
      version,
      language,
      sha256,
      lines: JSON.parse(vault.open(transcriptPlace(id), lines)) as SpokenLine[],
      madeBy: name ?? t("A former colleague"),
      madeByCode: memberCode ?? "",
      madeAt,
    });
  }
  return found;
}

import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { among } from "@/db/among";
import {
  arrivals,
  caseExports,
  cases,
  clientFiles,
  derivatives,
  exhibits,
  filledForms,
  imports,
  incomingMails,
  officialForms,
  packetParts,
  packets,
} from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import type { PlainFile } from "./types";

/** Rows whose file is not sealed yet: exhibits, then packets. */
export const listPlain = query("job.run", async (ctx): Promise<PlainFile[]> => {
  const originals = await ctx.db
    .select({
      id: exhibits.id,
      caseId: exhibits.caseId,
      keyId: cases.keyId,
      sha256: exhibits.sha256,
      size: exhibits.size,
    })
    .from(exhibits)
    .innerJoin(cases, and(eq(cases.orgId, exhibits.orgId), eq(cases.id, exhibits.caseId)))
    .where(and(eq(exhibits.orgId, ctx.orgId), isNull(exhibits.fileId)))
    .orderBy(exhibits.id);
  const built = await ctx.db
    .select({
      id: packets.id,
      caseId: packets.caseId,
      keyId: packets.fileKeyId,
      sha256: packets.fileSha256,
      size: packets.fileSize,
    })
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), isNull(packets.fileId), isNotNull(packets.fileSha256)))
    .orderBy(packets.id);
  return [
    ...originals.map((row) => ({ of: "exhibit" as const, ...row })),
    ...built.map((row) => ({ of: "packet" as const, ...row, sha256: row.sha256 ?? "", size: row.size ?? 0 })),
  ];
});

/** Which of these files a row of the organisation names. */
export const findNamed = query("job.run", async (ctx, fileIds: string[]): Promise<Set<string>> => {
  const named = new Set<string>();
  if (fileIds.length === 0) return named;
  for (const table of [
    exhibits,
    derivatives,
    packets,
    packetParts,
    imports,
    caseExports,
    clientFiles,
    incomingMails,
    arrivals,
    officialForms,
    filledForms,
  ] as const) {
    const rows = await ctx.db
      .select({ fileId: table.fileId })
      .from(table)
      .where(and(eq(table.orgId, ctx.orgId), among(table.fileId, fileIds)));
    for (const { fileId } of rows) if (fileId) named.add(fileId);
  }
  return named;
});

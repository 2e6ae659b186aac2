import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { caseExports, cases, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { findRequest } from "@/lib/privacy/data-subject-requests/access";
import { mayYieldFolder } from "@/lib/privacy/data-subject-requests/rules";
import { findExport } from "./access";
import { readAccess } from "./read-access";
import { reasonPlace } from "./rules";
import type { AccessPreview, ExportView } from "./types";

const deciders = alias(members, "deciders");

/** The newest exports of the whole organisation, for those who may approve one. */
export const listWhole = query("export.release", (ctx) => readViews(ctx, { kind: "organisation" }));

/** The newest folders of cases, or of one. */
export const listExports = query("case.export", (ctx, caseId?: string) => readViews(ctx, { kind: "case", caseId }));

/** The newest folders that answer one request of a client. */
export const listAccessFolders = query("case.export", (ctx, requestId: string) =>
  readViews(ctx, { kind: "access", requestId }),
);

/** One folder. @throws AppError not_found */
export const readExport = query("export.release", async (ctx, exportId: string): Promise<ExportView> => {
  const { id, kind } = await findExport(ctx, exportId);
  const [view] = await readViews(ctx, { kind, id });
  if (!view) throw new Error("A folder was not found again.");
  return view;
});

type Which = { kind: ExportView["kind"]; caseId?: string; requestId?: string; id?: string };

async function readViews(ctx: TxCtx, { kind, caseId, requestId, id }: Which): Promise<ExportView[]> {
  const rows = await ctx.db
    .select({ row: caseExports, askedBy: members.name, decidedBy: deciders.name, caseCode: cases.code })
    .from(caseExports)
    .innerJoin(members, and(eq(members.orgId, caseExports.orgId), eq(members.id, caseExports.askedBy)))
    .leftJoin(deciders, and(eq(deciders.orgId, caseExports.orgId), eq(deciders.id, caseExports.decidedBy)))
    .leftJoin(cases, and(eq(cases.orgId, caseExports.orgId), eq(cases.id, caseExports.caseId)))
    .where(
      and(
        eq(caseExports.orgId, ctx.orgId),
        eq(caseExports.kind, kind),
        caseId ? eq(caseExports.caseId, caseId) : undefined,
        requestId ? eq(caseExports.requestId, requestId) : undefined,
        id ? eq(caseExports.id, id) : undefined,
      ),
    )
    .orderBy(desc(caseExports.askedAt))
    .limit(30);
  const views: ExportView[] = [];
  for (const { row, askedBy, decidedBy, caseCode } of rows) {
    const vault = await openVault(ctx, row.keyId);
    const { cases: count, done, files, size, sha256, expiresAt, takenAt, askedAt, decidedAt, state } = row;
    views.push({
      id: row.id,
      kind,
      caseId: row.caseId,
      caseCode,
      state,
      askedAt,
      decidedAt,
      askedById: row.askedBy,
      askedBy,
      decidedBy,
      cases: count,
      done,
      files,
      size,
      sha256,
      expiresAt,
      takenAt,
      reason: vault.open(reasonPlace(row.id), row.reason),
    });
  }
  return views;
}

/** Folders whose days are over. */
export const listExpired = query("job.run", (ctx) =>
  ctx.db
    .select({ id: caseExports.id, keyId: caseExports.keyId, fileId: caseExports.fileId })
    .from(caseExports)
    .where(
      and(eq(caseExports.orgId, ctx.orgId), inArray(caseExports.state, ["ready"]), lt(caseExports.expiresAt, ctx.now)),
    ),
);

/**
 * The contents of a granted request's folder, in numbers. @throws AppError not_found; conflict if there is no client
 */
export const previewAccess = query("case.export", async (ctx, requestId: string): Promise<AccessPreview> => {
  const row = await findRequest(ctx, requestId);
  if (!row.caseId || !mayYieldFolder(row.kind, row.fromWhom))
    throw new AppError("conflict", t("This request does not produce a folder."));
  const { clientId } = await findCase(ctx, row.caseId);
  const { kinds, leftOut, masked } = await readAccess(ctx, { clientId, namesStaff: false });
  return {
    kinds: kinds.map(({ title, rows }) => ({ title, rows: rows.length, fields: Object.keys(rows[0] ?? {}) })),
    leftOut,
    masked,
  };
});

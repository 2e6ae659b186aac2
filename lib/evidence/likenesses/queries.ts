import "server-only";
import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { exhibits, likenesses } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { likenessMethod } from "./rules";
import type { NearCopy } from "./types";

const pictures = ["jpeg", "png", "webp", "gif", "tiff"];

/**
 * The picture of an exhibit, and the outlines of the others of its case. Null if it is none, was compared before, or its
 * case takes no files: under a minors' stop nothing of a picture is made. @throws AppError not_found
 */
export const listToCompare = query("job.run", async (ctx, exhibitId: string) => {
  const { id, caseId, keyId, fileId, size, sha256, look } = await findExhibit(ctx, exhibitId);
  if (!fileId || !pictures.includes(String(look.kind)) || look.problem !== null) return null;
  if (await isStopped(ctx, caseId)) return null;
  const mine = eq(likenesses.caseId, caseId);
  if ((await ctx.db.$count(likenesses, and(mine, eq(likenesses.exhibitId, id)))) > 0) return null;
  const vault = await openVault(ctx, keyId);
  // The same bytes are known to be the same: that needs no comparison.
  const rows = await ctx.db
    .select({ row: likenesses.id, exhibitId: likenesses.exhibitId, outline: likenesses.outline })
    .from(likenesses)
    .innerJoin(exhibits, eq(exhibits.id, likenesses.exhibitId))
    .where(
      and(mine, isNotNull(likenesses.outline), eq(likenesses.method, likenessMethod), ne(exhibits.sha256, sha256)),
    );
  const others = rows.flatMap(({ row, exhibitId, outline }) => {
    const grey = vault.openMaybe({ table: "likenesses", column: "outline", row }, outline);
    return grey === null ? [] : [{ exhibitId, outline: Buffer.from(grey, "base64") }];
  });
  return { original: { keyId, fileId, size }, others };
});

/** The pictures of these exhibits of the same case, in the order of their numbers. @throws AppError not_found */
export const openCells = query("job.run", async (ctx, exhibitId: string, others: readonly string[]) => {
  const { caseId, keyId } = await findExhibit(ctx, exhibitId);
  const vault = await openVault(ctx, keyId);
  const rows = await ctx.db
    .select({ row: likenesses.id, exhibitId: likenesses.exhibitId, cells: likenesses.cells })
    .from(likenesses)
    .innerJoin(exhibits, eq(exhibits.id, likenesses.exhibitId))
    .where(and(eq(likenesses.caseId, caseId), among(likenesses.exhibitId, [...others])))
    .orderBy(asc(exhibits.number));
  return rows.map(({ row, exhibitId, cells }) => {
    const grey = vault.openMaybe({ table: "likenesses", column: "cells", row }, cells);
    return { exhibitId, cells: Buffer.from(grey ?? "", "base64") };
  });
});

/**
 * The exhibits of a case that look alike, by exhibit: what each was found to be like, or what was found to be like it.
 * None under a minors' stop. @throws AppError not_found
 */
export const listNearCopies = query("case.read", async (ctx, caseId: string): Promise<Map<string, NearCopy>> => {
  const { id } = await findCase(ctx, caseId);
  const near = new Map<string, NearCopy>();
  if (await isStopped(ctx, id)) return near;
  const pixels = sql<number | null>`(${exhibits.look}->>'width')::bigint * (${exhibits.look}->>'height')::bigint`;
  const rows = await ctx.db
    .select({
      exhibitId: likenesses.exhibitId,
      nearTo: likenesses.nearTo,
      cropped: likenesses.cropped,
      mirrored: likenesses.mirrored,
      number: exhibits.number,
      pixels: pixels.mapWith(Number),
    })
    .from(likenesses)
    .innerJoin(exhibits, eq(exhibits.id, likenesses.exhibitId))
    .where(
      and(
        eq(likenesses.caseId, id),
        sql`(${likenesses.nearTo} is not null or exists (select from ${likenesses} other
          where other.case_id = ${id} and other.near_to = ${likenesses.exhibitId}))`,
      ),
    )
    .orderBy(asc(exhibits.number));
  const byId = new Map(rows.map((row) => [row.exhibitId, row]));
  for (const row of rows) {
    const other = row.nearTo ? byId.get(row.nearTo) : undefined;
    if (!other) continue;
    const { cropped, mirrored } = row;
    const pair = (one: typeof row, two: typeof row): NearCopy => ({
      exhibitId: two.exhibitId,
      label: exhibitLabel(two.number),
      size: one.pixels === two.pixels ? "same" : one.pixels < two.pixels ? "smaller" : "larger",
      cropped,
      mirrored,
    });
    near.set(row.exhibitId, pair(row, other));
    if (!near.has(other.exhibitId)) near.set(other.exhibitId, pair(other, row));
  }
  return near;
});

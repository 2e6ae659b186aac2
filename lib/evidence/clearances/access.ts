import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { clearances, derivatives, exhibits, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { sensitivities } from "@/lib/evidence/exhibits/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { type Masks, newestMasks, pictureKey, stillStands } from "./rules";
import type { Picture, PictureClearance, PictureView } from "./types";

/**
 * Who checked which picture of a case, by `pictureKey`: the newest answer for each. The caller must be allowed to see
 * the case.
 */
export async function readClearances(ctx: TxCtx, caseId: string): Promise<Map<string, PictureClearance>> {
  return new Map(
    (await rowsOf(ctx, caseId)).map(({ exhibitId, page, sha256, lookedBy, lookedAt, found }) => {
      const picture = { exhibitId, page, sha256 };
      return [pictureKey(picture), { picture, by: lookedBy, at: lookedAt, found }];
    }),
  );
}

async function rowsOf(ctx: TxCtx, caseId: string) {
  return ctx.db
    .select()
    .from(clearances)
    .where(and(eq(clearances.orgId, ctx.orgId), eq(clearances.caseId, caseId)))
    .orderBy(asc(clearances.lookedAt), asc(clearances.id));
}

/** The newest masked copies of these exhibits, by exhibit and page. */
export async function readMasks(ctx: TxCtx, exhibitIds: readonly string[]): Promise<(exhibitId: string) => Masks> {
  const { id, exhibitId, kind, page, version, sha256 } = derivatives;
  const made =
    exhibitIds.length === 0
      ? []
      : await ctx.db
          .select({ id, exhibitId, page, version, sha256 })
          .from(derivatives)
          .where(and(eq(derivatives.orgId, ctx.orgId), eq(kind, "redacted"), among(exhibitId, [...exhibitIds])));
  const masks = new Map(
    exhibitIds.map(
      (exhibitId) => [exhibitId, newestMasks(made.filter((copy) => copy.exhibitId === exhibitId))] as const,
    ),
  );
  return (value) => masks.get(value) ?? new Map();
}

/** Pictures of a case as a page shows them, each with who checked it. @throws AppError not_found */
export async function viewPictures(
  ctx: TxCtx,
  caseId: string,
  pictures: readonly (Picture & Pick<PictureView, "read">)[],
): Promise<PictureView[]> {
  const { keyId } = await findCase(ctx, caseId);
  const vault = await openVault(ctx, keyId);
  const ids = [...new Set(pictures.map((picture) => picture.exhibitId))];
  const place = (row: string) => ({ table: "exhibits", column: "description", row });
  const rows = new Map(
    (await exhibitsOf(ctx, caseId, ids)).map((row) => [
      row.id,
      { ...row, description: vault.open(place(row.id), row.description) },
    ]),
  );
  const masksOf = await readMasks(ctx, ids);
  const looks = new Map((await rowsOf(ctx, caseId)).map((row) => [pictureKey(row), row]));
  const people = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  return pictures.flatMap((picture): PictureView[] => {
    const row = rows.get(picture.exhibitId);
    if (!row) return [];
    const look = looks.get(pictureKey(picture));
    const masks = masksOf(row.id);
    const copy = masks.get(picture.page);
    return [
      {
        ...picture,
        exhibit: exhibitLabel(row.number),
        description: row.description,
        sensitivity: sensitivities.find((sensitivity) => sensitivity === row.sensitivity) ?? "ordinary",
        copyId: copy?.sha256 === picture.sha256 ? copy.id : null,
        stands: stillStands(row, masks, picture),
        clearance: look
          ? {
              by: people.find((person) => person.id === look.lookedBy)?.name ?? t("A former colleague"),
              mine: look.lookedBy === ctx.actor.memberId,
              at: look.lookedAt,
              found: look.found,
              reason: vault.openMaybe({ table: "clearances", column: "reason", row: look.id }, look.reason),
            }
          : null,
      },
    ];
  });
}

/** Those of these exhibits that are of this case. */
export async function exhibitsOf(ctx: TxCtx, caseId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .select()
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), among(exhibits.id, [...ids])))
    .orderBy(asc(exhibits.number));
}

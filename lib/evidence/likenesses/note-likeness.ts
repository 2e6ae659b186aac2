import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits, likenesses } from "@/db/schema";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { refuseWhileStopped } from "@/lib/casework/minors-stop/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { NoteLikeness } from "./input";
import { likenessMethod, outlineOf } from "./rules";

/**
 * Records, once, what a picture was made into to be compared, and the exhibit of its case that it is like.
 * @throws AppError conflict if it was recorded meanwhile, or under a stop; invalid for an exhibit of another case
 */
export const noteLikeness = command({
  needs: "job.run",
  input: NoteLikeness,
  async run(ctx, { exhibitId, cells, near }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    const { keyId } = await lockAnyCase(ctx, caseId);
    await refuseWhileStopped(ctx, caseId);
    if (near) await requireSameCase(ctx, caseId, near.exhibitId);
    const done = await ctx.db.$count(likenesses, eq(likenesses.exhibitId, exhibitId));
    if (done > 0) throw new AppError("conflict", t("This picture was compared meanwhile."));
    const vault = await openVault(ctx, keyId);
    const id = newId();
    const seal = (column: string, grey: Uint8Array) =>
      vault.seal({ table: "likenesses", column, row: id }, Buffer.from(grey).toString("base64"));
    await ctx.db.insert(likenesses).values({
      id,
      orgId: ctx.orgId,
      caseId,
      exhibitId,
      method: likenessMethod,
      outline: cells && seal("outline", outlineOf(cells)),
      cells: cells && seal("cells", cells),
      nearTo: near?.exhibitId ?? null,
      cropped: near?.cropped ?? false,
      mirrored: near?.mirrored ?? false,
      madeAt: ctx.now,
    });
    return {
      value: { near: near !== null },
      audit: { action: "exhibit.compared", subjectId: exhibitId, caseId, detail: { near: near !== null } },
    };
  },
});

async function requireSameCase(ctx: TxCtx, caseId: string, exhibitId: string): Promise<void> {
  const here = await ctx.db.$count(exhibits, and(eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId)));
  if (here > 0) return;
  const message = t("Pictures are compared within one case only.");
  throw new AppError("invalid", message, { near: message });
}

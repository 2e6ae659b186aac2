import { t } from "@/lib/platform/language/translate";
import "server-only";
import { clearances } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { exhibitsOf, readMasks } from "./access";
import { ClearPictures } from "./input";
import { pictureWords, stillStands } from "./rules";

type Answers = ClearPictures["pictures"];

/**
 * Records what a person found on pictures that are to leave. It applies to these exact bytes and is never changed.
 * @throws AppError not_found for an exhibit of another case; invalid at `pictures.0.found` for a picture that is no
 * longer current; conflict while the case is stopped, closed or restricted
 */
export const clearPictures = command({
  needs: "case.write",
  input: ClearPictures,
  async run(ctx, { caseId, pictures }) {
    const { keyId } = await lockCase(ctx, caseId);
    if (await isStopped(ctx, caseId)) {
      throw new AppError("conflict", t("No picture of this case is shown, and none of it leaves."));
    }
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person can look at an exhibit."));
    const given = Object.values(pictures).flatMap(({ found, ...picture }) =>
      found === "" ? [] : [{ ...picture, found }],
    );
    const codes = await requireStanding(ctx, caseId, pictures);
    const vault = await openVault(ctx, keyId);
    const rows = given.map(({ reason, ...picture }) => {
      const id = newId();
      const kept = picture.found === "may_leave" ? reason : null;
      return {
        ...picture,
        id,
        orgId: ctx.orgId,
        caseId,
        lookedBy: memberId,
        lookedAt: ctx.now,
        reason: vault.sealMaybe({ table: "clearances", column: "reason", row: id }, kept),
      };
    });
    await ctx.db.insert(clearances).values(rows);
    await touchCase(ctx, caseId);
    const named = (found: string) =>
      given
        .filter((picture) => picture.found === found)
        .map(({ exhibitId, page }) => pictureWords({ exhibit: codes.get(exhibitId) ?? "", page }));
    return {
      value: { looked: rows.length },
      audit: {
        action: "exhibit.pictures_cleared",
        subjectId: caseId,
        caseId,
        detail: { nothing: named("nothing"), mayLeave: named("may_leave") },
      },
    };
  },
});

/** The picture shown is what would leave: no mask was added meanwhile. @returns the codes of the exhibits by id */
async function requireStanding(ctx: TxCtx, caseId: string, pictures: Answers): Promise<Map<string, string>> {
  const looked = Object.entries(pictures).filter(([, { found }]) => found !== "");
  const ids = [...new Set(looked.map(([, picture]) => picture.exhibitId))];
  const rows = new Map((await exhibitsOf(ctx, caseId, ids)).map((row) => [row.id, row]));
  if (rows.size < ids.length) throw new AppError("not_found", t("No such exhibit."));
  const masksOf = await readMasks(ctx, ids);
  const fields: Record<string, string> = {};
  for (const [place, picture] of looked) {
    const row = rows.get(picture.exhibitId);
    if (row && !stillStands(row, masksOf(picture.exhibitId), picture))
      fields[`pictures.${place}.found`] = t(
        "Another picture has replaced this one. Reload the page and look at the new one.",
      );
  }
  if (Object.keys(fields).length > 0)
    throw new AppError("invalid", t("Some pictures are no longer the ones that leave."), fields);
  return new Map([...rows].map(([id, { number }]) => [id, exhibitLabel(number)]));
}

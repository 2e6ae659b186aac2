import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { lockDocument, readBody, refuse } from "../access";
import { SwearDocument } from "../input";
import { setDocument } from "../set-document";

/**
 * Records that a final document was sworn on paper, with the signed original as an exhibit of the case.
 * @throws AppError conflict for a document without an oath; invalid on `swornOn` and `exhibitId`
 */
export const swearDocument = command({
  needs: "document.write",
  input: SwearDocument,
  async run(ctx, { documentId, swornOn, exhibitId }) {
    const { row, found } = await lockDocument(ctx, documentId, "swear");
    const { body } = await readBody(ctx, found, row);
    if (!body.blocks.some((block) => block.kind === "oath"))
      throw new AppError("conflict", t("This document has no oath. It is signed, not sworn."));
    const playbook = findPlaybook(found.pair, found.playbookVersion, await readLaw(ctx));
    if (swornOn > civilDate(ctx.now, playbook?.home.zone ?? "UTC")) refuse("swornOn", t("This day is in the future."));
    const [exhibit] = await ctx.db
      .select({ id: exhibits.id })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.caseId), eq(exhibits.id, exhibitId)));
    if (!exhibit) refuse("exhibitId", t("Choose the signed paper from the exhibits of this case."));
    await setDocument(ctx, row.id, { state: "sworn", swornOn, swornExhibitId: exhibit.id });
    await touchCase(ctx, row.caseId);
    return {
      value: { id: row.id },
      audit: { action: "document.sworn", subjectId: row.id, caseId: row.caseId, detail: { on: swornOn } },
    };
  },
});

import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { filledForms } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findFilled } from "../access";
import { KeepFilledFile } from "../input";

/** Notes the file of a filled form, once. @throws AppError not_found; conflict when it has one */
export const keepFilledFile = command({
  needs: "document.write",
  input: KeepFilledFile,
  async run(ctx, { filledId, ...file }) {
    const { row: seen } = await findFilled(ctx, filledId);
    await lockCase(ctx, seen.caseId);
    const [kept] = await ctx.db
      .update(filledForms)
      .set(file)
      .where(and(eq(filledForms.id, seen.id), isNull(filledForms.fileId)))
      .returning({ id: filledForms.id });
    if (!kept) throw new AppError("conflict", t("The file of this form was made already."));
    return {
      value: { id: seen.id },
      audit: {
        action: "form.made",
        subjectId: seen.id,
        caseId: seen.caseId,
        detail: { sha256: file.sha256, pages: file.pages },
      },
    };
  },
});

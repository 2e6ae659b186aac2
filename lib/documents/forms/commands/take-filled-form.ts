import "server-only";
import { refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findFilled } from "../access";
import { TakeFilledForm } from "../input";
import { filledCode } from "../rules";

/** Where the file of a filled form is, and its name. Logged. @throws AppError not_found; conflict while restricted */
export const takeFilledForm = command({
  needs: "paper.read",
  input: TakeFilledForm,
  async run(ctx, { filledId }) {
    const { row, found } = await findFilled(ctx, filledId);
    await refuseRestricted(ctx, row.caseId);
    if (!row.fileId) throw new AppError("not_found", t("The file of this form was not made yet."));
    const name = `${found.code}_${filledCode(row.number)}_v${row.version}.pdf`;
    return {
      value: { keyId: found.keyId, fileId: row.fileId, name },
      audit: {
        action: "form.downloaded",
        subjectId: row.id,
        caseId: row.caseId,
        detail: { version: row.version },
      },
    };
  },
});

import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { bodyImportRows } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockChecked } from "../access";
import { DecideDifferences } from "../input";

/** Says of rows that differ from the directory whether they are taken over. @throws AppError conflict; invalid if none differs */
export const decideDifferences = command({
  needs: "directory.write",
  input: DecideDifferences,
  async run(ctx, { importId, rows, take }) {
    const list = await lockChecked(ctx, importId);
    const which = rows === "all" ? sql`true` : inArray(bodyImportRows.row, rows);
    const decided = await ctx.db
      .update(bodyImportRows)
      .set({ take })
      .where(
        and(
          eq(bodyImportRows.orgId, ctx.orgId),
          eq(bodyImportRows.importId, list.id),
          eq(bodyImportRows.state, "changed"),
          which,
        ),
      )
      .returning({ id: bodyImportRows.id });
    if (decided.length === 0) throw new AppError("invalid", t("None of these rows differs from the directory."));
    const detail = { rows: decided.length, take };
    return {
      value: { rows: decided.length },
      audit: { action: "body_import.differences_decided", subjectId: list.id, detail },
    };
  },
});

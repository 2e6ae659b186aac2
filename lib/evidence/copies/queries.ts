import { t } from "@/lib/platform/language/translate";
import "server-only";
import { members } from "@/db/schema";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { query } from "@/lib/kernel/access/query";
import type { CopiesView, CopyView } from "./types";

/** What was made from an exhibit, with the names of the makers. @throws AppError not_found */
export const listCopies = query("case.read", async (ctx, exhibitId: string): Promise<CopiesView> => {
  const made = await listDerivatives(ctx, exhibitId);
  const people = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  const nameOf = (id: string | null) =>
    people.find((person) => person.id === id)?.name ?? (id ? t("A former colleague") : null);
  const views = made.map(({ kind, format, ...copy }): CopyView => {
    const { id, page, version, sha256, size, tool, reason, boxes, madeAt } = copy;
    return {
      id,
      kind,
      format,
      page,
      version,
      sha256,
      size,
      tool,
      reason,
      boxes: boxes.length,
      madeAt,
      madeBy: nameOf(copy.madeBy),
    };
  });
  return {
    masked: views.filter((view) => view.kind === "redacted"),
    stripped: views.find((view) => view.kind === "stripped") ?? null,
    pages: views.filter((view) => view.kind === "page"),
  };
});

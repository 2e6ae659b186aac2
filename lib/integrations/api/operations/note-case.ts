import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { noteView } from "@/lib/kernel/audit/note-view";

/** As the pages of a case do: without the entry nothing is answered. */
export const noteCase = (ctx: Ctx, caseId: string): Promise<void> =>
  noteView(ctx, { action: "case.viewed", subjectId: caseId, caseId });

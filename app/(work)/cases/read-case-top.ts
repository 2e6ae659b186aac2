import "server-only";
import { cache } from "react";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { countChargeGaps } from "@/lib/casework/charges/queries";
import { listOpenEmergencyAccess } from "@/lib/casework/emergency-access/queries";
import { hasDraft } from "@/lib/casework/notes/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readCaseDesk } from "@/lib/oversight/my-work/read-case-desk";
import { readRestricted } from "@/lib/privacy/holds/queries";

/**
 * What the frame of every page of a case shows, read once for its top, its navigation and the page itself.
 * @throws AppError not_found
 */
export const readCaseTop = cache((ctx: Ctx, caseId: string) =>
  reading(ctx, async (scoped) => {
    const header = await readCaseHeader(scoped, caseId);
    const [gaps, desk, looks, restricted, begun] = await Promise.all([
      header.counts.charges > 0 ? countChargeGaps(scoped, caseId) : 0,
      readCaseDesk(scoped, caseId),
      listOpenEmergencyAccess(scoped, caseId),
      readRestricted(scoped, caseId),
      hasDraft(scoped, caseId),
    ]);
    return { header, gaps, desk, looks, restricted, begun };
  }),
);

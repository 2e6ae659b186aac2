import "server-only";
import { cache } from "react";
import { findCase } from "@/lib/casework/cases/access";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { countChargeGaps } from "@/lib/casework/charges/queries";
import { listOpenEmergencyAccess } from "@/lib/casework/emergency-access/queries";
import { hasDraft } from "@/lib/casework/notes/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readCaseDesk } from "@/lib/oversight/my-work/read-case-desk";
import { isId } from "@/lib/platform/ids";
import { readRestricted } from "@/lib/privacy/holds/queries";

/**
 * What the frame of every page of a case shows, read once for its top, its navigation and the page itself.
 * @throws AppError not_found
 */
export const readCaseTop = cache((ctx: Ctx, caseId: string) =>
  reading(ctx, async (scoped) => {
    // An id that is none would end the transaction for everything that is asked beside it.
    if (!isId(caseId)) await findCase(scoped, caseId);
    const [header, desk, looks, restricted, begun] = await Promise.all([
      readCaseHeader(scoped, caseId),
      readCaseDesk(scoped, caseId),
      listOpenEmergencyAccess(scoped, caseId),
      readRestricted(scoped, caseId),
      hasDraft(scoped, caseId),
    ]);
    const gaps = header.counts.charges > 0 ? await countChargeGaps(scoped, caseId) : 0;
    return { header, gaps, desk, looks, restricted, begun };
  }),
);

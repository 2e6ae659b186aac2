import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { services } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findService } from "./access";
import { RetireService } from "./input";

/** Nobody is referred there any more; referrals that name it stay. @throws AppError not_found; conflict on a repeat */
export const retireService = command({
  needs: "case.write",
  input: RetireService,
  async run(ctx, { serviceId }) {
    const { id } = await findService(ctx, serviceId);
    const [won] = await ctx.db
      .update(services)
      .set({ retiredAt: ctx.now, retiredBy: ctx.actor.memberId })
      .where(and(eq(services.orgId, ctx.orgId), eq(services.id, id), isNull(services.retiredAt)))
      .returning({ id: services.id });
    if (!won) throw new AppError("conflict", t("This service is out of use already."));
    return { value: { id }, audit: { action: "service.retired", subjectId: id, detail: {} } };
  },
});

import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { receivingSystems } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { OneReceivingSystem } from "../input";

/** Turns a system off for good and forgets its password: what waits for it does not leave. @throws AppError not_found */
export const turnOffReceivingSystem = command({
  needs: "integration.write",
  input: OneReceivingSystem,
  async run(ctx, { systemId }) {
    const [row] = await ctx.db
      .update(receivingSystems)
      .set({ offAt: ctx.now, password: null })
      .where(
        and(eq(receivingSystems.orgId, ctx.orgId), eq(receivingSystems.id, systemId), isNull(receivingSystems.offAt)),
      )
      .returning({ id: receivingSystems.id });
    if (!row) throw new AppError("not_found", t("No such system, or it was turned off."));
    return { value: { systemId }, audit: { action: "receiving_system.turned_off", subjectId: systemId, detail: {} } };
  },
});

import "server-only";
import { services } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { settleKind } from "./access";
import { AddService } from "./input";

/** Adds a service to the organisation's directory. Its details count as checked today. */
export const addService = command({
  needs: "case.write",
  input: AddService,
  async run(ctx, { kind: typed, ...input }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person adds a service."));
    const kind = await settleKind(ctx, typed);
    const id = newId();
    const checkedOn = officeToday(ctx.now);
    await ctx.db
      .insert(services)
      .values({ ...input, ...kind, id, orgId: ctx.orgId, checkedOn, addedBy: memberId, addedAt: ctx.now });
    return { value: { id }, audit: { action: "service.added", subjectId: id, detail: { kind: kind.kind } } };
  },
});

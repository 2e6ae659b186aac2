import "server-only";
import { and, eq } from "drizzle-orm";
import { services } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { officeToday } from "@/lib/law/office/rules";
import { valueKept } from "@/lib/organisation/choices/access";
import { findService, settleKind } from "./access";
import { AmendService } from "./input";

/** Corrects a service, or confirms that its details are right: they count as checked today. @throws AppError not_found; ClashError */
export const amendService = command({
  needs: "case.write",
  input: AmendService,
  async run(ctx, { serviceId, version, kind: typed, ...details }) {
    const { id, kind, kindVersion, name, area, phone, email, hours, note } = await findService(ctx, serviceId);
    const kept = { key: kind, version: kindVersion };
    const now = async () => ({ kind: await valueKept(ctx, kept), name, area, phone, email, hours, note });
    await bumpRecordVersion(ctx, { record: id, seen: version, now });
    const settled = await settleKind(ctx, typed, kept);
    await ctx.db
      .update(services)
      .set({ ...details, ...settled, checkedOn: officeToday(ctx.now) })
      .where(and(eq(services.orgId, ctx.orgId), eq(services.id, id)));
    return { value: { id }, audit: { action: "service.amended", subjectId: id, detail: { kind: settled.kind } } };
  },
});

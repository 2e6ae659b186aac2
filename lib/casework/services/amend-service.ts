import "server-only";
import { and, eq } from "drizzle-orm";
import { services } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { officeToday } from "@/lib/law/office/rules";
import { findService } from "./access";
import { AmendService } from "./input";

/** Corrects a service, or confirms that its details are right: they count as checked today. @throws AppError not_found; ClashError */
export const amendService = command({
  needs: "case.write",
  input: AmendService,
  async run(ctx, { serviceId, version, ...details }) {
    const { id, kind, name, area, phone, email, hours, note } = await findService(ctx, serviceId);
    const now = () => ({ kind, name, area, phone, email, hours, note });
    await bumpRecordVersion(ctx, { record: id, seen: version, now });
    await ctx.db
      .update(services)
      .set({ ...details, checkedOn: officeToday(ctx.now) })
      .where(and(eq(services.orgId, ctx.orgId), eq(services.id, id)));
    return { value: { id }, audit: { action: "service.amended", subjectId: id, detail: { kind: details.kind } } };
  },
});

import { expect, test } from "vitest";
import { addService } from "@/lib/casework/services/add-service";
import { amendService } from "@/lib/casework/services/amend-service";
import { listServices } from "@/lib/casework/services/queries";
import { officeToday } from "@/lib/law/office/rules";
import { makeOrg } from "@/tests/support/org";

test("a corrected service counts as checked that day, and two who correct it at once see both wordings", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const given = { kind: "shelter", name: "Shelter (invented)", phone: "+27 00 000 0100" };
  const { id } = await addService(worker.ctx, given);
  const later = { ...worker.ctx, now: new Date(worker.ctx.now.getTime() + 40 * 86_400_000) };
  await amendService(later, { serviceId: id, ...given, phone: "+27 00 000 0101" });
  const [service] = await listServices(worker.ctx);
  expect(service).toMatchObject({ phone: "+27 00 000 0101", checkedOn: officeToday(later.now) });
  await expect(amendService(later, { serviceId: id, ...given, hours: "Day and night" })).rejects.toMatchObject({
    code: "conflict",
  });
});

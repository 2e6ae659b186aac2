import { expect, test } from "vitest";
import { referClient } from "@/lib/casework/referrals/refer-client";
import { addService } from "@/lib/casework/services/add-service";
import { listServices } from "@/lib/casework/services/queries";
import { retireService } from "@/lib/casework/services/retire-service";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("nobody is referred to a service that is out of use, and it is taken out once", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const caseId = await plantCase(worker.ctx);
  const { id } = await addService(worker.ctx, { kind: "clinic", name: "Clinic (invented)" });
  await retireService(worker.ctx, { serviceId: id });
  expect(await listServices(worker.ctx)).toMatchObject([{ id, retiredAt: expect.any(Date) }]);
  const referral = { caseId, serviceId: id, purpose: "A check.", passedOn: "A first name.", consent: "none" };
  await expect(referClient(worker.ctx, { ...referral, consentNote: "Unconscious." })).rejects.toMatchObject({
    fields: { serviceId: "This service is out of use. Choose another." },
  });
  await expect(retireService(worker.ctx, { serviceId: id })).rejects.toMatchObject({ code: "conflict" });
});

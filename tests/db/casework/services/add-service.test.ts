import { expect, test } from "vitest";
import { addService } from "@/lib/casework/services/add-service";
import { listServices } from "@/lib/casework/services/queries";
import { makeOrg } from "@/tests/support/org";

test("a service is listed for everybody of the organisation, and for nobody of another", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const { id } = await addService(worker.ctx, { kind: "lawyer", name: "Legal aid (invented)", phone: "" });
  const colleague = await org.person("caseworker");
  expect(await listServices(colleague.ctx)).toMatchObject([{ id, kind: "lawyer", phone: null, retiredAt: null }]);
  const other = await makeOrg();
  expect(await listServices((await other.person("supervisor")).ctx)).toEqual([]);
  await expect(addService(worker.ctx, { kind: "lawyer", name: " " })).rejects.toMatchObject({
    fields: { name: "Type the name of the service." },
  });
});

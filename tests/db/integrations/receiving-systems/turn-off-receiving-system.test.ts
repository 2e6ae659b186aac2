import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addService } from "@/lib/casework/services/add-service";
import { turnOffReceivingSystem } from "@/lib/integrations/receiving-systems/commands/turn-off-receiving-system";
import { listReceivingSystems } from "@/lib/integrations/receiving-systems/queries";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg } from "@/tests/support/org";
import { plantReceivingSystem } from "@/tests/support/plant-receiving-system";

test("a system that receives cases is one for a service, and forgets its password when it is turned off", async () => {
  const org = await makeOrg();
  const about = { kind: "partner", name: "Partner at the river (invented)" };
  const { id: serviceId } = await addService(await org.as("caseworker"), about);
  const { id } = await plantReceivingSystem(org, serviceId);
  await expect(plantReceivingSystem(org, serviceId)).rejects.toHaveProperty("code", "conflict");
  await turnOffReceivingSystem(await org.as("admin"), { systemId: id });
  const [row] = await bySql<{ password: string | null }>(
    org.service(),
    sql`select password from app.receiving_systems where id = ${id}`,
  );
  expect(row?.password).toBeNull();
  const views = await listReceivingSystems(await org.as("admin"));
  expect(views).toMatchObject([{ id, mapping: { passedOn: "notes_section" }, offAt: expect.any(Date) }]);
  expect(JSON.stringify(views)).not.toContain("not a real password");
  await expect(turnOffReceivingSystem(await org.as("admin"), { systemId: id })).rejects.toHaveProperty(
    "code",
    "not_found",
  );
});

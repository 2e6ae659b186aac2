import { expect, test } from "vitest";
import { turnOffConnector } from "@/lib/integrations/connectors/commands/turn-off-connector";
import { listConnectors } from "@/lib/integrations/connectors/queries";
import { makeOrg } from "@/tests/support/org";
import { plantConnector } from "@/tests/support/plant-connector";

test("a connector that was turned off stays in the list, and is not turned off again", async () => {
  const org = await makeOrg();
  const { id: connectorId, turnOff } = await plantConnector(org);
  await turnOff();
  const admin = await org.as("admin");
  expect(await listConnectors(admin)).toMatchObject([{ id: connectorId, offAt: expect.any(Date) }]);
  await expect(turnOffConnector(admin, { connectorId })).rejects.toMatchObject({ code: "not_found" });
});

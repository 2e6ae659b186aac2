import { expect, test } from "vitest";
import { changeConnector } from "@/lib/integrations/connectors/commands/change-connector";
import { listConnectors } from "@/lib/integrations/connectors/queries";
import { makeOrg } from "@/tests/support/org";
import { connectorForm, plantConnector } from "@/tests/support/plant-connector";

test("empty lines of a mapping are left out, and what is no name of a question is refused at its field", async () => {
  const org = await makeOrg();
  const { id: connectorId } = await plantConnector(org);
  const admin = await org.confirmed("admin");
  const change = (mapping: object) => changeConnector(admin, { ...connectorForm({ mapping }), connectorId });
  await change({ what: " group/story ", name: "" });
  expect(await listConnectors(admin)).toMatchObject([{ mapping: { what: "group/story" } }]);
  await expect(change({ what: "two words?" })).rejects.toMatchObject({
    fields: { "mapping.what": expect.any(String) },
  });
});

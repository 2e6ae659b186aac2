import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addConnector } from "@/lib/integrations/connectors/commands/add-connector";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg } from "@/tests/support/org";
import { connectorForm, plantConnector } from "@/tests/support/plant-connector";

test("a connector is made only where somebody looks at enquiries, and its secret is kept as a hash", async () => {
  const org = await makeOrg();
  const admin = await org.confirmed("admin");
  await expect(addConnector(admin, connectorForm())).rejects.toMatchObject({ code: "conflict" });
  const { secret } = await plantConnector(org);
  const [row] = await bySql<{ all: string }>(admin, sql`select c::text as all from app.connectors c`);
  expect(row?.all).not.toContain(Buffer.from(secret, "base64url").subarray(16).toString("hex"));
});

import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { amendClientFields } from "@/lib/casework/clients/amend-client-fields";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { bySql } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

test("a field of the client is on the client for each of her caseworkers, and for nobody else", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const fieldId = await addField(await org.as("admin"), { record: "client", label: "School" });
  const { clientId } = await openSample(worker);
  await amendClientFields(worker, { clientId, custom: { [fieldId]: "Voorbeeld Primary" }, version: 0 });
  expect((await readCustomValues(worker, "client", [clientId])).get(clientId)).toMatchObject([
    { value: "Voorbeeld Primary" },
  ]);
  const { ctx } = await org.person("caseworker", "Colleague Example");
  const all = sql`select id from app.custom_values where client_id = ${clientId}`;
  expect([(await bySql(worker, all)).length, (await bySql(ctx, all)).length]).toEqual([1, 0]);
});

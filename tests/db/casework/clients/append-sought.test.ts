import { expect, test } from "vitest";
import { appendSought } from "@/lib/casework/clients/append-sought";
import { newId } from "@/lib/platform/ids";
import { makeOrg } from "@/tests/support/org";

test("appendSought writes what a search reached, for jobs alone", async () => {
  const org = await makeOrg();
  const { memberId } = await org.person("caseworker");
  const entry = { action: "client.sought", subjectId: memberId, detail: { of: "phone", clientId: newId() } } as const;
  const person = await org.as("supervisor");
  await expect(appendSought(person, { entries: [entry] })).rejects.toMatchObject({ code: "forbidden" });
  await expect(appendSought(org.service(), { entries: [] })).rejects.toMatchObject({ code: "invalid" });
  await appendSought(org.service(), { entries: [entry, entry] });
  const written = (await org.auditOf(memberId)).filter((action) => action === "client.sought");
  expect(written).toEqual(["client.sought", "client.sought"]);
});

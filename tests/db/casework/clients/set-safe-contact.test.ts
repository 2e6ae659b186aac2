import { beforeAll, describe, expect, test } from "vitest";
import { readSafeContact } from "@/lib/casework/clients/queries";
import { setSafeContact as write } from "@/lib/casework/clients/set-safe-contact";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { openSample, safeContact } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const setSafeContact = seeing(write, "clientId");

let org: Org;
let clientId: string;
const next = { ...safeContact, channel: "Signal text only", voicemail: "yes", codeWord: "", never: "" };

beforeAll(async () => {
  org = await makeOrg();
  ({ clientId } = await openSample(await org.as("caseworker")));
});

describe("setSafeContact", () => {
  test("replaces the protocol and notes the review", async () => {
    await setSafeContact(await org.as("caseworker"), { clientId, ...next });
    const known = await readSafeContact(await org.as("caseworker"), clientId);
    expect(known).toMatchObject({ channel: "Signal text only", voicemail: true, codeWord: null, never: [] });
    expect(known.reviewedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(await org.auditOf(clientId)).toEqual(["client.registered", "client.safe_contact_set"]);
  });

  test("names the field that needs another look", async () => {
    await expect(setSafeContact(await org.as("caseworker"), { clientId, ...next, hours: "" })).rejects.toMatchObject({
      code: "invalid",
      fields: { hours: expect.any(String) },
    });
  });

  test("of two who save at once, one stands whole and the other is told", async () => {
    const { [clientId]: version } = await readRecordVersions(await org.as("caseworker"), [clientId]);
    const both = await Promise.allSettled([
      setSafeContact(await org.as("caseworker"), { clientId, ...next, channel: "Post", version }),
      setSafeContact(await org.as("supervisor"), { clientId, ...next, channel: "Post", version }),
    ]);
    expect(both.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await readSafeContact(await org.as("caseworker"), clientId)).toMatchObject({ channel: "Post" });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { revokeFirstLink } from "@/lib/handover/first-contact/commands/revoke-first-link";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { type Door, now, plantOpenDoor } from "@/tests/support/plant-first-link";

let org: Org;
let worker: Person;
let door: Door;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  door = await plantOpenDoor({ org, worker, officer: await org.person("liaison", "Lindiwe Example") });
});

describe("revokeFirstLink", () => {
  test("of two at the same time one takes it back, and it is audited once", async () => {
    const both = await Promise.allSettled([1, 2].map(() => revokeFirstLink(now(worker), { linkId: door.linkId })));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await org.auditOf(door.linkId)).filter((value) => value === "first_link.revoked")).toHaveLength(1);
  });
});

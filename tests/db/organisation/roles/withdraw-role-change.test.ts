import { beforeEach, describe, expect, test } from "vitest";
import { askRoleChange } from "@/lib/organisation/roles/ask-role-change";
import { decideRoleChange } from "@/lib/organisation/roles/decide-role-change";
import { withdrawRoleChange } from "@/lib/organisation/roles/withdraw-role-change";
import { rulesFor } from "@/tests/support/confirm-rules";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let boss: Person;

beforeEach(async () => {
  org = await makeOrg();
  boss = await org.person("supervisor", "First Supervisor");
});

const ask = async (change = rulesFor("caseworker", { without: ["packet.build"] })) =>
  (await askRoleChange(await org.confirmed("admin"), change)).id;
const release = (changeId: string) => ({ changeId, decision: "release" });

describe("a change that waits", () => {
  test("is taken back by an administrator, and one at a time waits", async () => {
    const id = await ask();
    await expect(ask()).rejects.toMatchObject({ code: "conflict" });
    await withdrawRoleChange(await org.as("admin"), { changeId: id });
    await expect(decideRoleChange(await org.confirmed(boss), release(id))).rejects.toMatchObject({ code: "conflict" });
    await ask();
  });
});

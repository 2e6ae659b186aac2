import { beforeAll, describe, expect, test } from "vitest";
import { describeDesk as write } from "@/lib/organisation/members/commands/describe-desk";
import { readOrganisation } from "@/lib/organisation/members/queries";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const describeDesk = seeing(write, (orgId) => orgId);

let org: Org;
const desk = { name: "Plover Trust", deskEmail: "desk@plover.example", deskPhone: "+27 00 000 0147" };

beforeAll(async () => {
  org = await makeOrg();
});

describe("describeDesk", () => {
  test("keeps what packets print, lets it be emptied again and says so in the log", async () => {
    const admin = await org.as("admin");
    await describeDesk(admin, desk);
    expect(await readOrganisation(admin)).toMatchObject(desk);
    await describeDesk(admin, { ...desk, deskPhone: " " });
    expect(await readOrganisation(admin)).toMatchObject({ ...desk, deskPhone: null });
    const log = await org.auditOf(org.id);
    expect(log.filter((action) => action === "organisation.described")).toHaveLength(2);
  });

  test("leaves another organisation as it is", async () => {
    const other = await makeOrg();
    const before = await readOrganisation(await other.as("admin"));
    await describeDesk(await org.as("admin"), { ...desk, name: "Plover Trust, renamed" });
    expect(await readOrganisation(await other.as("admin"))).toEqual(before);
  });

  test("names the field that needs another look", async () => {
    const admin = await org.as("admin");
    for (const [field, value] of Object.entries({ name: "", deskEmail: "desk at plover", deskPhone: "none" })) {
      const attempt = describeDesk(admin, { ...desk, [field]: value });
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("of two equal changes at once, one wins", async () => {
    const admin = await org.as("admin");
    const same = { ...desk, deskPhone: "+27 00 000 0199" };
    const both = await Promise.allSettled([describeDesk(admin, same), describeDesk(admin, same)]);
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { makeApiToken } from "@/lib/integrations/api-tokens/make-api-token";
import { officeToday } from "@/lib/law/office/rules";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantApiToken } from "@/tests/support/plant-api-token";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const today = () => officeToday(new Date());

describe("an API token that is made", () => {
  test("is for a year at most, for who works on cases, and for a network that can be read", async () => {
    const admin = await org.confirmed("admin");
    const about = { name: "x", memberId: worker.memberId, scopes: "cases:read", networks: "", untilOn: today() };
    const refused = async (change: object) =>
      makeApiToken(admin, { ...about, ...change }).then(
        () => "made",
        (error) => Object.keys(error.fields).join(),
      );
    expect(await refused({ untilOn: addDays(today(), 366) })).toBe("untilOn");
    expect(await refused({ untilOn: addDays(today(), -1) })).toBe("untilOn");
    expect(await refused({ memberId: admin.actor.memberId })).toBe("memberId");
    expect(await refused({ memberId: (await org.person("liaison")).memberId })).toBe("memberId");
    expect(await refused({ scopes: [] })).toBe("scopes");
    expect(await refused({ scopes: ["cases:delete"] })).toBe("scopes.0");
    expect(await refused({ networks: "10.0.0.1/33" })).toBe("networks");
    expect(await refused({ networks: "example.org" })).toBe("networks");
    expect(await refused({ networks: "203.0.113.0/24\n2001:db8:1::/48" })).toBe("made");
  });

  test("is in an alert for supervisors and administrators when it is made", async () => {
    const friend = await org.person("caseworker");
    await plantApiToken(org, friend, { agreed: false });
    const raised = await watchLog(org.service());
    expect(raised.filter((one) => one.memberId === friend.memberId && one.rule === "access_given").length).toBe(2);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { endSessions } from "@/lib/organisation/members/commands/end-sessions";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

describe("endSessions", () => {
  test("signs the person out, nobody else, and stands in the log", async () => {
    const [person, other] = [await org.person("supervisor"), await org.person("caseworker")];
    expect(await endSessions(await org.confirmed("admin"), { memberId: person.memberId })).toBe(1);
    expect(await ctxFromToken(person.token)).toBeNull();
    expect(await ctxFromToken(other.token)).not.toBeNull();
    expect(await org.auditOf(person.memberId)).toContain("session.theirs_ended");
  });

  test("is for administrators, with a fresh proof; a code is enough in a crisis", async () => {
    const { memberId } = await org.person("caseworker");
    await expect(endSessions(await org.as("supervisor"), { memberId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endSessions(await org.as("admin"), { memberId })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
    await expect(endSessions(await org.coded("admin"), { memberId })).resolves.toBe(1);
  });

  test("does not know the people of another organisation", async () => {
    const other = await makeOrg();
    const person = await org.person("caseworker");
    const attempt = endSessions(await other.confirmed("admin"), { memberId: person.memberId });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    expect(await ctxFromToken(person.token)).not.toBeNull();
  });

  test("names the field of a bad id; twice at once ends each session once", async () => {
    const admin = await org.confirmed("admin");
    await expect(endSessions(admin, { memberId: "everybody" })).rejects.toMatchObject({
      fields: { memberId: expect.any(String) },
    });
    const { memberId } = await org.person("caseworker");
    const both = await Promise.all([1, 2].map(() => endSessions(admin, { memberId })));
    expect(both.toSorted()).toEqual([0, 1]);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { readWishes } from "@/lib/escalation/reminders/queries";
import { defaultWishes } from "@/lib/escalation/reminders/rules";
import { setWishes } from "@/lib/escalation/reminders/set-wishes";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
const wishes = {
  mails: "digest",
  zone: "America/New_York",
  digestAt: "06:45",
  quietFrom: "20:00",
  quietUntil: "06:00",
};

beforeAll(async () => {
  org = await makeOrg();
});

describe("setWishes", () => {
  test("keeps what a person chose, until they choose again, and says so in the log", async () => {
    const { ctx, memberId } = await org.person("caseworker");
    expect(await readWishes(ctx)).toEqual(defaultWishes());
    await setWishes(ctx, wishes);
    expect(await readWishes(ctx)).toMatchObject(wishes);
    await setWishes(ctx, { ...wishes, mails: "none" });
    expect(await readWishes(ctx)).toMatchObject({ ...wishes, mails: "none" });
    const log = await org.auditOf(memberId);
    expect(log.filter((action) => action === "wishes.set")).toHaveLength(2);
  });

  test("changes nothing for a colleague or in another organisation", async () => {
    const colleague = (await org.person("caseworker")).ctx;
    const stranger = await (await makeOrg()).as("caseworker");
    await setWishes((await org.person("caseworker")).ctx, wishes);
    for (const ctx of [colleague, stranger]) expect(await readWishes(ctx)).toEqual(defaultWishes());
  });

  test("names the field that needs another look", async () => {
    const { ctx } = await org.person("caseworker");
    const bad = {
      mails: "weekly",
      zone: "Mars/Olympus",
      digestAt: "7.30",
      quietFrom: "24:00",
      quietUntil: "",
    };
    for (const [field, value] of Object.entries(bad)) {
      const attempt = setWishes(ctx, { ...wishes, [field]: value });
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
    expect(await readWishes(ctx)).toEqual(defaultWishes());
  });

  test("two at once leave one of the two, whole", async () => {
    const { ctx } = await org.person("caseworker");
    const other = { ...wishes, mails: "none", digestAt: "09:00" };
    await Promise.all([setWishes(ctx, wishes), setWishes(ctx, other)]);
    const { mails, digestAt } = await readWishes(ctx);
    expect([
      ["digest", "06:45"],
      ["none", "09:00"],
    ]).toContainEqual([mails, digestAt]);
  });
});

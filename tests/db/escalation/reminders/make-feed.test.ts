import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromFeed } from "@/lib/auth/sessions/ctx-from-feed";
import { makeFeed } from "@/lib/escalation/reminders/make-feed";
import { readFeed } from "@/lib/escalation/reminders/queries";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
const opened = (token: string) => ctxFromFeed(Buffer.from(token, "base64url"));

beforeAll(async () => {
  org = await makeOrg();
});

describe("makeFeed", () => {
  test("gives an address once that opens its maker's own calendar, and says so in the log", async () => {
    const { ctx, memberId } = await org.person("caseworker");
    expect(await readFeed(ctx)).toBeNull();
    const { id, token } = await makeFeed(ctx, {});
    expect(await readFeed(ctx)).toMatchObject({ id });
    expect((await opened(token))?.actor).toMatchObject({ memberId, role: "caseworker" });
    expect(await org.auditOf(id)).toEqual(["feed.made"]);
  });

  test("a new address closes the one before", async () => {
    const { ctx } = await org.person("caseworker");
    const first = await makeFeed(ctx, {});
    const second = await makeFeed(ctx, {});
    expect(await opened(first.token)).toBeNull();
    expect(await opened(second.token)).not.toBeNull();
    expect(await org.auditOf(first.id)).toEqual(["feed.made", "feed.revoked"]);
  });

  test("is not for an administrator, a liaison or a job: they have no deadlines", async () => {
    for (const ctx of [await org.as("admin"), await org.as("liaison"), org.service()]) {
      await expect(makeFeed(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("a colleague and another organisation see nothing of it", async () => {
    await makeFeed((await org.person("caseworker")).ctx, {});
    const stranger = await (await makeOrg()).as("caseworker");
    for (const ctx of [(await org.person("caseworker")).ctx, stranger]) expect(await readFeed(ctx)).toBeNull();
  });

  test("an unknown token opens nothing", async () => {
    expect(await ctxFromFeed(Buffer.alloc(32, 7))).toBeNull();
    expect(await ctxFromFeed(Buffer.alloc(0))).toBeNull();
  });

  test("two presses at once leave one open address", async () => {
    const { ctx } = await org.person("caseworker");
    const made = await Promise.all([makeFeed(ctx, {}), makeFeed(ctx, {}), makeFeed(ctx, {})]);
    const open = await Promise.all(made.map(({ token }) => opened(token)));
    expect(open.filter(Boolean)).toHaveLength(1);
  });
});

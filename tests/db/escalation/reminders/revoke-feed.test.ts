import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromFeed } from "@/lib/auth/sessions/ctx-from-feed";
import { makeFeed } from "@/lib/escalation/reminders/make-feed";
import { readFeed } from "@/lib/escalation/reminders/queries";
import { revokeFeed } from "@/lib/escalation/reminders/revoke-feed";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

describe("revokeFeed", () => {
  test("closes the address at once, and says so in the log", async () => {
    const { ctx } = await org.person("caseworker");
    const { id, token } = await makeFeed(ctx, {});
    await revokeFeed(ctx, { feedId: id });
    expect(await readFeed(ctx)).toBeNull();
    expect(await ctxFromFeed(Buffer.from(token, "base64url"))).toBeNull();
    expect(await org.auditOf(id)).toEqual(["feed.made", "feed.revoked"]);
  });

  test("does not know the address of a colleague, nor one in another organisation", async () => {
    const { id, token } = await makeFeed((await org.person("caseworker")).ctx, {});
    const stranger = await (await makeOrg()).as("supervisor");
    for (const ctx of [(await org.person("caseworker")).ctx, await org.as("supervisor"), stranger]) {
      await expect(revokeFeed(ctx, { feedId: id })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await ctxFromFeed(Buffer.from(token, "base64url"))).not.toBeNull();
  });

  test("of two at once, one closes it and the other finds it closed", async () => {
    const { ctx } = await org.person("caseworker");
    const { id } = await makeFeed(ctx, {});
    const both = await Promise.allSettled([revokeFeed(ctx, { feedId: id }), revokeFeed(ctx, { feedId: id })]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(id)).toEqual(["feed.made", "feed.revoked"]);
  });
});

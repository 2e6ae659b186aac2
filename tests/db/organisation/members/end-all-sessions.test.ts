import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { endAllSessions } from "@/lib/organisation/members/commands/end-all-sessions";
import { makeOrg } from "@/tests/support/org";

describe("endAllSessions", () => {
  test("signs out everybody of the organisation and nobody of another, and stands in the log", async () => {
    const org = await makeOrg();
    const other = await makeOrg();
    const [person, stranger] = [await org.person("caseworker"), await other.person("caseworker")];
    const admin = await org.confirmed("admin");
    expect(await endAllSessions(admin, { sure: "on" })).toBeGreaterThanOrEqual(3);
    expect(await ctxFromToken(person.token)).toBeNull();
    expect(await ctxFromToken(stranger.token)).not.toBeNull();
    expect(await org.auditOf(org.id)).toContain("session.all_ended");
    await expect(endAllSessions(admin, { sure: "on" })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is for administrators with a fresh proof and a tick, and Postgres says so too", async () => {
    const org = await makeOrg();
    const person = await org.person("supervisor");
    await expect(endAllSessions(person.ctx, { sure: "on" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endAllSessions(await org.as("admin"), { sure: "on" })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
    await expect(endAllSessions(await org.confirmed("admin"), {})).rejects.toMatchObject({
      fields: { sure: expect.any(String) },
    });
    const around = withTransaction(person.ctx, "read write", (ctx) =>
      ctx.db.execute(sql`select auth.end_sessions_of(null)`),
    );
    await expect(around).rejects.toThrow();
    expect(await ctxFromToken(person.token)).not.toBeNull();
  });
});

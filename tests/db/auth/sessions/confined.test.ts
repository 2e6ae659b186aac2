import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { stepUp } from "@/lib/auth/step-up/step-up";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { giveApp, givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

/** Every table that a session of this organisation could read. */
async function readAll(token: Buffer): Promise<string> {
  try {
    return await database().transaction(async (tx) => {
      await tx.execute(sql`select * from ctx.enter(${token})`);
      const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from app.members`);
      return `${row?.n} rows`;
    });
  } catch (error) {
    return sqlState(error) ?? "another error";
  }
}

describe("a session whose second factor is missing", () => {
  test.each(["password", "invitation", "setup", "recovery", "something new"])(
    "opened by %s it reads nothing, and nobody acts with it",
    async (amr) => {
      const { loginId } = await org.person("caseworker");
      const token = await sessionBy(loginId, amr);
      expect(await requireStanding(token)).toMatchObject({ aal: "confined", amr, freshness: null });
      expect(await ctxFromToken(token)).toBeNull();
      expect(await readAll(token)).toBe("28000");
      await expect(stepUp(token, "tick")).rejects.toMatchObject({ code: "unauthenticated" });
      for (const how of ["password", "totp", "passkey"] as const) await prove(token, how);
      expect(await readAll(token)).toBe("28000");
    },
  );

  test("after the context of another session nothing stays readable in the same transaction", async () => {
    const { loginId, token: full } = await org.person("caseworker");
    const confined = await sessionBy(loginId, "password");
    const both = database().transaction(async (tx) => {
      await tx.execute(sql`select * from auth.standing_of(${full})`);
      await tx.execute(sql`select * from auth.standing_of(${confined})`);
      return tx.execute(sql`select 1 from app.members`);
    });
    expect(await both).toHaveLength(0);
  });

  test("enrols its first factor and ends by it; the full one that follows reads", async () => {
    const { loginId, memberId } = await org.person("caseworker");
    const first = await sessionBy(loginId, "invitation");
    const other = await sessionBy(loginId, "password");
    expect((await requireStanding(first)).mayAdd).toBe(true);
    await givePasskey(first);
    await expect(requireStanding(first)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(requireStanding(other)).rejects.toMatchObject({ code: "unauthenticated" });
    const full = await sessionBy(loginId, "passkey");
    expect(await readAll(full)).toMatch(/^\d+ rows$/);
    expect((await ctxFromToken(full))?.actor.memberId).toBe(memberId);
    expect(await org.auditOf(memberId)).toContain("factor.passkey_added");
  });

  test("with the password alone nobody adds a factor to factors that are there", async () => {
    const { loginId } = await org.person("caseworker");
    await giveApp(await sessionBy(loginId, "invitation"));
    const stolen = await sessionBy(loginId, "password");
    expect((await requireStanding(stolen)).mayAdd).toBe(false);
    await expect(givePasskey(stolen)).rejects.toMatchObject({ code: "forbidden" });
    await expect(giveApp(stolen)).rejects.toMatchObject({ code: "forbidden" });
    expect(await requireStanding(stolen)).toMatchObject({ passkeys: 0 });
  });
});

describe("what a session is worth", () => {
  test.each([
    ["passkey", "phr"],
    ["password+totp", "otp"],
    ["demo", "demo"],
  ])("opened by %s it is %s", async (amr, aal) => {
    const { loginId } = await org.person("caseworker");
    const token = await sessionBy(loginId, amr);
    expect(await requireStanding(token)).toMatchObject({ amr, aal });
    expect((await ctxFromToken(token))?.steppedUp).toBeNull();
  });
});

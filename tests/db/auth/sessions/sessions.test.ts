import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { deviceHash } from "@/lib/auth/sessions/device-cookie";
import { endOtherSessions, endSession } from "@/lib/auth/sessions/end-sessions";
import { forgetDevice, listDevices } from "@/lib/auth/sessions/known-devices";
import { listSessions } from "@/lib/auth/sessions/list-sessions";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { findCases } from "@/lib/oversight/search/queries";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

async function withDevice(loginId: string, device: string): Promise<Buffer> {
  const [ticket, token] = [newToken(), newToken()] as const;
  await database().execute(sql`select auth.issue_ticket(${sha256(ticket)}, ${loginId}::uuid, 'passkey')`);
  await database().execute(
    sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(token)}, ${device})`,
  );
  return token;
}

/** What the log says of each sign-in of a person. */
const startsOf = (memberId: string) =>
  withTransaction(org.service(), "read only", async ({ db }) => {
    const rows = await db.execute<{ detail: object }>(
      sql`select detail from audit.entries where subject_id = ${memberId}::uuid and action = 'session.started'`,
    );
    return rows.map((row) => row.detail);
  });

async function remember(session: Buffer, loginId: string) {
  const hash = deviceHash(loginId, newToken());
  await database().execute(sql`select auth.remember_device(${session}, ${newId()}::uuid, ${hash})`);
}

describe("one's own sessions", () => {
  test("are listed with their device, one's own first, and without those that ended", async () => {
    const { loginId, token, memberId } = await org.person("caseworker");
    const phone = await withDevice(loginId, "Safari on iPhone");
    await sessionBy(loginId, "password");
    await database().execute(sql`select auth.end_session(${token})`);
    const listed = await listSessions(phone);
    expect(listed.map(({ device, own }) => [device, own])).toEqual([
      ["Safari on iPhone", true],
      ["Unknown browser", false],
    ]);
    expect(await startsOf(memberId)).toContainEqual({ amr: "passkey", aal: "phr", device: "Safari on iPhone" });
  });

  test("are not listed for a session that waits for its second factor, which ends none either", async () => {
    const { loginId, token } = await org.person("caseworker");
    const confined = await sessionBy(loginId, "password");
    expect(await listSessions(confined)).toEqual([]);
    expect(await listDevices(confined)).toEqual([]);
    await expect(endOtherSessions(confined)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await ctxFromToken(token)).not.toBeNull();
  });

  test("one that ends while a page of it is drawn is asked to sign in again, whatever it reads next", async () => {
    const { token, ctx } = await org.person("caseworker");
    await database().execute(sql`select auth.end_session(${token})`);
    await expect(findCases(ctx, "")).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(reading(ctx, () => Promise.resolve(1))).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("end all others: a ticket that waits opens nothing any more, and it is in the log", async () => {
    const { loginId, token, memberId } = await org.person("caseworker");
    const ticket = newToken();
    await withDevice(loginId, "Firefox on Linux");
    await database().execute(sql`select auth.issue_ticket(${sha256(ticket)}, ${loginId}::uuid, 'passkey')`);
    expect(await endOtherSessions(token)).toBe(1);
    const late = newToken();
    await database().execute(sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(late)})`);
    expect(await ctxFromToken(late)).toBeNull();
    expect(await listSessions(token)).toHaveLength(1);
    expect(await org.auditOf(memberId)).toContain("session.ended_elsewhere");
  });

  test("of somebody else, or text that is no id, cannot be ended", async () => {
    const mine = await org.person("caseworker");
    const other = await org.person("caseworker");
    const [theirs] = await listSessions(other.token);
    for (const id of [theirs?.id, newId(), "all", undefined])
      await expect(endSession(mine.token, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await ctxFromToken(other.token)).not.toBeNull();
  });
});

describe("known devices", () => {
  test("are listed and forgotten by their owner alone", async () => {
    const { loginId, memberId } = await org.person("caseworker");
    const other = await org.person("caseworker");
    const token = await withDevice(loginId, "Firefox on Windows");
    await remember(token, loginId);
    const [device] = await listDevices(token);
    expect(device).toMatchObject({ name: "Firefox on Windows" });
    await expect(forgetDevice(other.token, device?.id)).rejects.toMatchObject({ code: "not_found" });
    await forgetDevice(token, device?.id);
    expect(await listDevices(token)).toEqual([]);
    await expect(forgetDevice(token, device?.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await org.auditOf(memberId)).toContain("device.forgotten");
  });

  test("are twenty at most: the one that was not used longest goes", async () => {
    const { loginId, token } = await org.person("caseworker");
    for (let n = 0; n < 22; n++) await remember(token, loginId);
    expect(await listDevices(token)).toHaveLength(20);
  });
});

import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask } from "@/db/client";
import { makeOfflineKey } from "@/lib/auth/offline-keys/make-offline-key";
import { offlineKeyStands } from "@/lib/auth/offline-keys/offline-key-stands";
import { openOfflineKey } from "@/lib/auth/offline-keys/open-offline-key";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { endOtherSessions } from "@/lib/auth/sessions/end-sessions";
import { endAllSessions } from "@/lib/organisation/members/commands/end-all-sessions";
import { endSessions } from "@/lib/organisation/members/commands/end-sessions";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { owner } from "@/tests/support/db";
import { type Device, prepareDevice, turnOfflineOn } from "@/tests/support/offline-device";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { sessionBy } from "@/tests/support/sessions";

let org: Org;
let worker: Person;
let device: Device;

beforeAll(async () => {
  org = await makeOrg();
  await turnOfflineOn(org);
});

beforeEach(async () => {
  worker = await org.person("caseworker");
  device = await prepareDevice(worker);
});

const isGone = async () => {
  expect(await offlineKeyStands(device.id)).toBe(false);
  const [row] = await owner()`select wrapped from auth.offline_keys where id = ${device.id}`;
  expect(row?.wrapped ?? null).toBeNull();
};
const opens = (person: Person) => openOfflineKey(person.ctx, person.token, device.id);

describe("the key of a prepared device", () => {
  test("opens for whoever prepared it, and for nobody else, whatever their role", async () => {
    expect(await opens(worker)).toHaveLength(32);
    expect(await opens(await org.person("caseworker"))).toBeNull();
    expect(await opens(await org.person("supervisor"))).toBeNull();
    expect(await offlineKeyStands(device.id)).toBe(true);
  });

  test("is not made while the organisation does not work offline", async () => {
    const person = await (await makeOrg()).person("caseworker");
    expect(await makeOfflineKey(person.ctx, person.token)).toBeNull();
  });

  test("stays when a session is locked because nobody used it, and opens in the next one", async () => {
    await ask(sql`select auth.end_session(${worker.token})`);
    expect(await opens(worker)).toBeNull();
    const token = await sessionBy(worker.loginId, "passkey");
    expect(await offlineKeyStands(device.id)).toBe(true);
    expect(await openOfflineKey(worker.ctx, token, device.id)).toHaveLength(32);
  });

  test("is not opened in a session that is covered", async () => {
    await ask(sql`select auth.cover(${worker.token})`);
    expect(await opens(worker)).toBeNull();
  });

  test("is thrown away when its person signs out of the device, and not when they sign out elsewhere", async () => {
    const elsewhere = await sessionBy(worker.loginId, "passkey");
    await ask(sql`select auth.leave_device(${elsewhere})`);
    expect(await offlineKeyStands(device.id)).toBe(true);
    await ask(sql`select auth.leave_device(${worker.token})`);
    await isGone();
  });

  test("is thrown away when its person ends all other sessions from elsewhere", async () => {
    await endOtherSessions(await sessionBy(worker.loginId, "passkey"));
    await isGone();
  });

  test("is thrown away when an administrator ends the sessions of its person", async () => {
    await endSessions(await org.confirmed("admin"), { memberId: worker.memberId });
    await isGone();
  });

  test("opens no more once its person was removed", async () => {
    await removeMember(await org.confirmed("admin"), { memberId: worker.memberId });
    expect(await offlineKeyStands(device.id)).toBe(false);
  });

  test("opens no more seven days after it was used", async () => {
    await owner()`update auth.offline_keys set expires_at = now() where id = ${device.id}`;
    expect(await opens(worker)).toBeNull();
    expect(await offlineKeyStands(device.id)).toBe(false);
  });
});

test("when an administrator ends all sessions, every device of the organisation is over, and none of another", async () => {
  const other = await makeOrg();
  await turnOfflineOn(other);
  const apart = await other.person("caseworker");
  const theirs = await prepareDevice(apart);
  const own = await makeOrg();
  await turnOfflineOn(own);
  device = await prepareDevice(await own.person("caseworker"));
  await endAllSessions(await own.confirmed("admin"), { sure: "on" });
  await isGone();
  expect(await offlineKeyStands(theirs.id)).toBe(true);
  expect(await ctxFromToken(apart.token)).not.toBeNull();
});

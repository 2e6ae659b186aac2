import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromFirstLink } from "@/lib/auth/first-contact/ctx-from-first-link";
import { lookAtFirstLink } from "@/lib/auth/first-contact/look-at-first-link";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { revokeFirstLink } from "@/lib/handover/first-contact/commands/revoke-first-link";
import { listFirstLinks } from "@/lib/handover/first-contact/queries";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { getHandover, listDeliveries } from "@/lib/handover/handovers/queries";
import { amendLiaison } from "@/lib/handover/officers/amend-liaison";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { listCasePackets } from "@/lib/packets/packets/queries";
import { newToken } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { type Door, entered, now, plantDoor, plantOpenDoor, seenThrough } from "@/tests/support/plant-first-link";
import { plantHandover, plantVersion } from "@/tests/support/plant-handover";

let org: Org;
let worker: Person;
let officer: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison", "Lindiwe Example");
});

const parties = () => ({ org, worker, officer });
const type = (door: Door, code = door.code, browser = door.keys.browser) =>
  redeemFirstLink({ ...door.keys, browser }, { code });
const wrong = "000000000000";
/** The last line of the log of a link, and how often it was noted in the audit log. */
const last = async (door: Door) => (await listFirstLinks(now(worker), door.packetId))[0]?.events.at(-1);
const expectClosed = async (door: Door) => {
  expect(await ctxFromFirstLink(door.keys)).toBeNull();
};

describe("a link of first contact", () => {
  test("opens with the code for one handover alone, which counts as handed over; a look before counts nothing", async () => {
    const door = await plantOpenDoor(parties());
    await plantHandover(parties());
    expect(await lookAtFirstLink(door.keys)).toBe("ask");
    expect(await last(door)).toMatchObject({ event: "released" });
    const spoken = `${door.code.slice(0, 4).toLowerCase()} ${door.code.slice(4, 8)}-${door.code.slice(8)}`;
    expect(await type(door, spoken)).toEqual({ outcome: "open", triesLeft: 5 });
    expect(await lookAtFirstLink(door.keys)).toBe("open");
    const { ctx, handoverId, downloadsLeft } = await entered(door.keys);
    expect(downloadsLeft).toBe(3);
    expect(await seenThrough(door.keys, "handovers")).toBe(1);
    for (const table of ["cases", "clients", "first_links", "exhibits", "releases"])
      expect(await seenThrough(door.keys, table), table).toBe(0);
    expect(await getHandover(ctx, handoverId)).toMatchObject({ events: [{ event: "delivered" }] });
    await acknowledgeHandover(ctx, { handoverId, note: "" });
    expect(
      (await listDeliveries(worker.ctx, door.packetId))[0]?.events.map((handoverEvent) => handoverEvent.event),
    ).toEqual(["delivered", "acknowledged"]);
    const { rows } = await listCasePackets(worker.ctx, door.caseId);
    expect(rows.find((row) => row.id === door.packetId)).toMatchObject({
      status: "handed_over",
      holders: [{ how: "link", who: expect.stringContaining("Lindiwe Example") }],
    });
    expect(await org.auditOf(door.linkId)).toEqual(
      expect.arrayContaining(["first_link.made", "first_link.released", "first_link.redeemed"]),
    );
    expect(await org.auditOf(handoverId)).toContain("handover.delivered");
  });

  test("a secret that nobody made, and one that waits for its release, open nothing", async () => {
    const door = await plantDoor(parties());
    const unknown = { ...door, keys: { ...door.keys, secret: newToken() } };
    expect(await type(unknown)).toMatchObject({ outcome: "unknown" });
    expect(await lookAtFirstLink(unknown.keys)).toBe("ask");
    expect(await type(door)).toMatchObject({ outcome: "waiting" });
    expect(await last(door)).toMatchObject({ event: "refused", note: "waiting" });
    await expectClosed(door);
  });

  test("what can be no code names its field and is no try", async () => {
    const door = await plantOpenDoor(parties());
    for (const code of ["", "short", "!".repeat(12), undefined])
      await expect(redeemFirstLink(door.keys, { code })).rejects.toHaveProperty("fields.code");
    expect(await type(door, wrong)).toEqual({ outcome: "wrong", triesLeft: 4 });
  });

  test("the fifth wrong code locks it, and the sixth try is refused though it is right", async () => {
    const door = await plantOpenDoor(parties());
    const tries = [];
    for (let i = 0; i < 5; i++) tries.push(await type(door, wrong));
    expect(tries.map((attempt) => [attempt.outcome, attempt.triesLeft])).toEqual([
      ["wrong", 4],
      ["wrong", 3],
      ["wrong", 2],
      ["wrong", 1],
      ["locked", 0],
    ]);
    expect(await type(door)).toMatchObject({ outcome: "locked" });
    expect(await last(door)).toMatchObject({ event: "refused", note: "locked" });
    await expectClosed(door);
    const { firstContacts } = await readMyWork(now(worker));
    expect(firstContacts.items.map((item) => item.linkId)).toContain(door.linkId);
  });

  test("of wrong codes at the same time each counts once", async () => {
    const door = await plantOpenDoor(parties());
    const all = await Promise.all(Array.from({ length: 4 }, () => type(door, wrong)));
    expect(all.map((redeemed) => redeemed.triesLeft).toSorted()).toEqual([1, 2, 3, 4]);
  });

  test("of two browsers at the same time one opens it; the other is told so, and the case too", async () => {
    const door = await plantOpenDoor(parties());
    const other = newToken();
    const both = await Promise.all([type(door), type(door, door.code, other)]);
    expect(both.map((redeemed) => redeemed.outcome).toSorted()).toEqual(["elsewhere", "open"]);
    expect(await org.auditOf(door.linkId)).toContain("first_link.other_browser");
    const [link] = await listFirstLinks(now(worker), door.packetId);
    expect(link?.state).toBe("redeemed");
    const { length } = await listDeliveries(worker.ctx, door.packetId);
    expect(length).toBe(1);
  });

  test("taken back, run out, withdrawn, replaced, or its officer no longer confirmed: closed at once, each with its own line", async () => {
    const closings: Record<string, (door: Door) => Promise<unknown>> = {
      revoked: ({ linkId }) => revokeFirstLink(now(worker), { linkId }),
      expired: ({ linkId }) => aged(linkId),
      withdrawn: ({ packetId }) => withdrawPacket(worker.ctx, { packetId, reason: "A wrong account is in it." }),
      replaced: ({ caseId }) => plantVersion(parties(), caseId, 2),
      unconfirmed: async () =>
        amendLiaison(await org.as("supervisor"), { ...entry, liaisonId: officer.memberId, phone: "021 000 0199" }),
    };
    for (const [why, close] of Object.entries(closings)) {
      const opened = await plantOpenDoor(parties());
      const fresh = await plantOpenDoor(parties());
      await type(opened);
      await entered(opened.keys);
      for (const door of [opened, fresh])
        await close(door).catch((error) => why === "unconfirmed" || Promise.reject(error));
      expect(await lookAtFirstLink(opened.keys), why).toBe(why);
      await expectClosed(opened);
      expect(await type(opened), why).toMatchObject({ outcome: why });
      expect(await type(fresh), why).toMatchObject({ outcome: why });
      expect(await last(fresh), why).toMatchObject({ event: "refused", note: why });
    }
  });
});

const entry = {
  name: "Lindiwe Example",
  rank: "Sergeant",
  agency: "SAPS",
  unit: "Voorbeeldfontein",
  forceNumber: "0000001-1",
  address: "Voorbeeldfontein station, Example Street 1",
};

/** As 73 hours later: the database's own clock decides, so the day of release is moved instead. */
async function aged(linkId: string): Promise<void> {
  await owner().begin(async (sql) => {
    await sql`alter table app.first_links disable trigger keep_first_link`;
    await sql`select ctx.put(${org.id}::uuid, null, 'service')`;
    await sql`update app.first_links set expires_at = now() - interval '1 minute' where id = ${linkId}`;
    await sql`alter table app.first_links enable trigger keep_first_link`;
  });
}

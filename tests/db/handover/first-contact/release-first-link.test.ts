import { beforeAll, describe, expect, test } from "vitest";
import { releaseFirstLink } from "@/lib/handover/first-contact/commands/release-first-link";
import { revokeFirstLink } from "@/lib/handover/first-contact/commands/revoke-first-link";
import { listFirstLinks } from "@/lib/handover/first-contact/queries";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { now, plantDoor } from "@/tests/support/plant-first-link";

let org: Org;
let worker: Person;
let officer: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison", "Lindiwe Example");
});

const parties = () => ({ org, worker, officer });

describe("releaseFirstLink", () => {
  test("a second person opens it for 72 hours; it stands on their My work until then", async () => {
    const { linkId, packetId } = await plantDoor(parties());
    const supervisor = await org.confirmed("supervisor");
    expect((await readMyWork(supervisor)).releases.items.map((item) => item.id)).toEqual([packetId]);
    const { expiresAt } = await releaseFirstLink(supervisor, { linkId });
    expect(expiresAt?.getTime()).toBe(supervisor.now.getTime() + 72 * 3_600_000);
    expect((await readMyWork(supervisor)).releases.count).toBe(0);
    expect(await org.auditOf(linkId)).toEqual(["first_link.made", "first_link.released"]);
    const [link] = await listFirstLinks(now(worker), packetId);
    expect(link).toMatchObject({ state: "open", releasedBy: "supervisor person" });
  });

  test("never the maker, and never without a fresh proof", async () => {
    const maker = await org.person("supervisor", "Maker");
    const { linkId } = await plantDoor({ ...parties(), worker: maker });
    await expect(releaseFirstLink(await org.confirmed(maker), { linkId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(releaseFirstLink(await org.coded("supervisor"), { linkId })).rejects.toHaveProperty("fields.passkey");
  });

  test("of two at the same time one releases; what was taken back or withdrawn is not released", async () => {
    const supervisor = await org.confirmed("supervisor");
    const { linkId } = await plantDoor(parties());
    const both = await Promise.allSettled([1, 2].map(() => releaseFirstLink(supervisor, { linkId })));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const taken = await plantDoor(parties());
    const withdrawn = await plantDoor(parties());
    await revokeFirstLink(now(worker), { linkId: taken.linkId });
    await withdrawPacket(worker.ctx, { packetId: withdrawn.packetId, reason: "A wrong account is in it." });
    for (const door of [taken, withdrawn])
      await expect(releaseFirstLink(supervisor, { linkId: door.linkId })).rejects.toMatchObject({ code: "conflict" });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { revokeFirstLink } from "@/lib/handover/first-contact/commands/revoke-first-link";
import { takeFirstFile } from "@/lib/handover/first-contact/commands/take-first-file";
import { listFirstLinks } from "@/lib/handover/first-contact/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { type Door, entered, now, plantOpenDoor } from "@/tests/support/plant-first-link";

let org: Org;
let worker: Person;
let officer: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison", "Lindiwe Example");
});

const parties = () => ({ org, worker, officer });
const type = (door: Door) => redeemFirstLink(door.keys, { code: door.code });
const last = async (door: Door) => (await listFirstLinks(now(worker), door.packetId))[0]?.events.at(-1);

describe("takeFirstFile", () => {
  test("it has three downloads, and of four at the same time three; the fourth gets nothing", async () => {
    const door = await plantOpenDoor(parties());
    await type(door);
    const { ctx, handoverId } = await entered(door.keys);
    const take = () => takeFirstFile(ctx, { handoverId, part: "request" });
    const four = await Promise.all([take(), take(), take(), take()]);
    expect(four.map((file) => file?.left ?? -1).toSorted()).toEqual([-1, 0, 1, 2]);
    expect(await last(door)).toMatchObject({ event: expect.stringMatching(/^downloaded|used_up$/) });
    expect(await org.auditOf(door.linkId)).toContain("first_link.used_up");
    expect(await org.auditOf(handoverId)).toContain("handover.download_refused");
    await expect(takeFirstFile(ctx, { handoverId, part: "annex" })).rejects.toHaveProperty("fields.part");
    await expect(takeFirstFile(officer.ctx, { handoverId, part: "request" })).rejects.toThrow();
    await expect(takeFirstFile(worker.ctx, { handoverId, part: "request" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("closed in between gives nothing", async () => {
    const door = await plantOpenDoor(parties());
    await type(door);
    const { ctx, handoverId } = await entered(door.keys);
    await revokeFirstLink(now(worker), { linkId: door.linkId });
    await expect(takeFirstFile(ctx, { handoverId, part: "request" })).rejects.toThrow();
  });
});

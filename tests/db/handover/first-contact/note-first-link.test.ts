import { beforeAll, describe, expect, test } from "vitest";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { noteFirstLink } from "@/lib/handover/first-contact/commands/note-first-link";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { type Door, now, plantOpenDoor } from "@/tests/support/plant-first-link";

let org: Org;
let worker: Person;
let door: Door;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  door = await plantOpenDoor({ org, worker, officer: await org.person("liaison", "Lindiwe Example") });
});

const seen = async () => (await readMyWork(now(worker))).firstContacts.items.map((item) => item.event);

describe("noteFirstLink", () => {
  test("what happened stays on My work until somebody has seen it, and comes back with the next", async () => {
    const type = (browser = door.keys.browser) => redeemFirstLink({ ...door.keys, browser }, { code: door.code });
    await type();
    expect(await seen()).toEqual(["redeemed"]);
    await noteFirstLink(now(worker), { linkId: door.linkId });
    expect(await seen()).toEqual([]);
    await type(Buffer.alloc(32, 7));
    expect(await seen()).toEqual(["other_browser"]);
    expect(await org.auditOf(door.linkId)).toContain("first_link.seen");
  });

  test("twice at the same time changes nothing more", async () => {
    await Promise.all([1, 2].map(() => noteFirstLink(now(worker), { linkId: door.linkId })));
    expect(await seen()).toEqual([]);
  });
});

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { grantOwnApproval } from "@/lib/organisation/grants/grant-own-approval";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket, listPacketEvents, listParts } from "@/lib/packets/packets/queries";
import { withAnotherLayout } from "@/tests/support/another-layout";
import { draftedPacket, readyPacket, reasonsFor } from "@/tests/support/built-packet";
import { bySql } from "@/tests/support/by-sql";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

describe("approvePacket", () => {
  test("has the packet built once more with the approval in it", async () => {
    const { id } = await readyPacket(org, worker);
    const overrides = await reasonsFor(worker, id);
    expect(Object.keys(overrides)).toEqual(expect.arrayContaining(["M-14", "M-51"]));
    // The station of the docket is in the client's town: it may stay for a reason that does not name the town again.
    const telling = { ...overrides, "M-51": "The docket is at Voorbeeldfontein, and nobody finds it otherwise." };
    await expect(
      approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: telling }),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: { "overrides.M-51": expect.stringContaining("without the town") },
    });
    await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides });
    expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "building", decidedBy: "supervisor person" });
    await assemblePacket(org.service(), { packetId: id });
    const packet = await getPacket(worker.ctx, id);
    expect(packet.status).toBe("approved");
    expect(packet.preflight.find((line) => line.id === "M-14")).toMatchObject({
      result: "fail",
      override: { reason: "Known, and the officer is told." },
    });
    expect(packet.preflight.find((line) => line.id === "M-51")).toMatchObject({
      result: "fail",
      reason: expect.stringContaining("names the town of the client"),
      override: { by: expect.stringMatching(/^S-\d+$/), reason: "Known, and the officer is told." },
    });
    expect(await org.auditOf(id)).toEqual([
      "packet.drafted",
      "packet.key_made",
      "packet.key_made",
      "packet.assembled",
      "packet.approved",
      "packet.assembled",
    ]);
  });

  test("leads to nothing that was not reviewed: words of another release are refused", async () => {
    const { id } = await readyPacket(org, worker);
    const reviewed = (await listParts(worker.ctx, id)).map(({ part, sha256 }) => [part, sha256]);
    const overrides = await reasonsFor(worker, id);
    await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides });
    await withAnotherLayout("mla_dossier", () => assemblePacket(org.service(), { packetId: id }));
    const packet = await getPacket(worker.ctx, id);
    expect(packet.status).toBe("failed");
    expect(packet.progress.error).toMatch(/not what was reviewed.*Draft the next version/);
    expect((await listParts(worker.ctx, id)).map(({ part, sha256 }) => [part, sha256])).toEqual(reviewed);
  });

  test("is for supervisors, and for the author only by a permission of their own, and then says so", async () => {
    const { id } = await readyPacket(org, worker);
    for (const role of ["admin", "liaison"] as const) {
      await expect(approvePacket(await org.as(role), { packetId: id })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(approvePacket(worker.ctx, { packetId: id })).rejects.toMatchObject({ code: "forbidden" });
    const author = await org.person("supervisor");
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const own = await draftPacket(author.ctx, { caseId, ...draft });
    await assemblePacket(org.service(), { packetId: own.id });
    const overrides = await reasonsFor(author, own.id);
    await expect(approvePacket(author.ctx, { packetId: own.id, overrides })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("second person"),
    });
    const admin = await org.confirmed("admin");
    await grantOwnApproval(admin, { memberId: author.memberId, reason: "There is no second supervisor." });
    await approvePacket(await org.confirmed(author), { packetId: own.id, overrides });
    expect(await getPacket(author.ctx, own.id)).toMatchObject({ status: "building", decidedByAuthor: true });
    const events = await listPacketEvents(author.ctx, own.id);
    expect(events.find((packetEvent) => packetEvent.event === "approved")).toMatchObject({ own: true });
    const [entry] = await bySql<Record<string, string>>(
      org.service(),
      sql`select detail from audit.entries
      where subject_id = ${own.id} and action = 'packet.approved'`,
    );
    expect(entry?.detail).toMatchObject({ own: true });
  });

  test("wants a reason for every line that fails, each at its field", async () => {
    const { id } = await readyPacket(org, worker);
    const overrides = { ...(await reasonsFor(worker, id)), "M-14": "" };
    await expect(approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides })).rejects.toMatchObject({
      code: "invalid",
      fields: { "overrides.M-14": expect.stringContaining("reason") },
    });
    expect((await getPacket(worker.ctx, id)).status).toBe("ready");
  });

  test("is refused with any reason while something must be mended", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const asks = { ...draft.asks, A2: { subscriber: "on", to: "2026-11-20" } };
    const { id } = await draftPacket(worker.ctx, { caseId, ...draft, asks });
    await assemblePacket(org.service(), { packetId: id });
    const overrides = await reasonsFor(worker, id);
    expect(overrides).not.toHaveProperty("M-14");
    const given = { ...overrides, "M-14": "The prosecutor supplies it." };
    await expect(
      approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: given }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("M-14: No platform id: A2.") });
    expect((await getPacket(worker.ctx, id)).status).toBe("ready");
  });

  test("wants a fresh proof of who approves", async () => {
    const { id } = await readyPacket(org, worker);
    const overrides = await reasonsFor(worker, id);
    await expect(approvePacket(await org.as("supervisor"), { packetId: id, overrides })).rejects.toMatchObject({
      code: "invalid",
      fields: { password: expect.any(String) },
    });
    expect((await getPacket(worker.ctx, id)).status).toBe("ready");
  });

  test("two supervisors at once approve once, and a packet that is not built cannot be approved", async () => {
    const { id } = await readyPacket(org, worker);
    const overrides = await reasonsFor(worker, id);
    const both = await Promise.allSettled([
      approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides }),
      approvePacket(await org.confirmed(await org.person("supervisor")), { packetId: id, overrides }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const early = await draftedPacket(org, worker);
    await expect(approvePacket(await org.confirmed("supervisor"), { packetId: early.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

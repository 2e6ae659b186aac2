import { beforeAll, describe, expect, test } from "vitest";
import { printReceipt } from "@/lib/handover/dispatches/print-receipt";
import { approvedPacket, draftedPacket, type MadePacket } from "@/tests/support/built-packet";
import { secrets } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";

let org: Org;
let worker: Person;
let made: MadePacket;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  made = await approvedPacket(org, worker);
});

describe("printReceipt", () => {
  test("prints one page with number and hash, names nobody, and is audited", async () => {
    const { bytes, name } = await printReceipt(worker.ctx, { packetId: made.id });
    expect(name).toMatch(/^CD-.*-P1-v1-receipt\.pdf$/);
    const [text, ...more] = await flatPagesOf(bytes);
    expect(more).toEqual([]);
    expect(text).toContain("SHA-256 of the served part");
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(await org.auditOf(made.id)).toContain("packet.receipt_printed");
  });

  test("twice at the same time is the same file", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => printReceipt(worker.ctx, { packetId: made.id })));
    expect(one?.bytes).toEqual(two?.bytes);
  });

  test("names the field that is missing, and wants an approved version", async () => {
    await expect(printReceipt(worker.ctx, { packetId: "none" })).rejects.toHaveProperty("fields.packetId");
    const early = await draftedPacket(org, worker);
    await expect(printReceipt(worker.ctx, { packetId: early.id })).rejects.toMatchObject({ code: "conflict" });
  });
});

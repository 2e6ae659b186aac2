import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { getHandover } from "@/lib/handover/handovers/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { stampPacket } from "@/lib/packets/packets/building/stamp-packet";
import { downloadPacket } from "@/lib/packets/packets/commands/download-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { getPacket, listParts } from "@/lib/packets/packets/queries";
import { readFolder } from "@/lib/packets/packets/read-folder";
import { withAnotherLayout } from "@/tests/support/another-layout";
import { approvedPacket, deliveredPacket, readyPacket } from "@/tests/support/built-packet";
import { secrets } from "@/tests/support/case-to-print";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";

let org: Org;
let worker: Person;
const reason = "A wrong account is named in it.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function copyOf(packetId: string): Promise<string[]> {
  const { keyId, fileId } = await downloadPacket(worker.ctx, { packetId, part: "withdrawn_copy" });
  const { stream } = await (await openFiles(worker.ctx, keyId)).open(fileId);
  return flatPagesOf(await bytesOf(stream));
}

async function waiting(packetId: string): Promise<number> {
  const rows = await withTransaction(org.service(), "read only", ({ db }) =>
    db.execute(sql`select 1 from pgboss.job where name = 'packet.stamp' and data->>'packetId' = ${packetId}`),
  );
  return rows.length;
}

describe("stampPacket", () => {
  test("keeps a copy with the word on every page, and leaves what was served as it was", async () => {
    const officer = await org.person("liaison");
    const { id, handoverId } = await deliveredPacket(org, worker, officer, { files: ["photo.jpg"] });
    const before = await getPacket(worker.ctx, id);
    const served = (await listParts(worker.ctx, id)).map(({ part, sha256 }) => [part, sha256]);
    await withdrawPacket(worker.ctx, { packetId: id, reason });
    expect(await waiting(id)).toBe(1);
    await stampPacket(org.service(), { packetId: id });

    const pages = await copyOf(id);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) expect(page).toMatch(/version 1, WITHDRAWN on \d+ \w+ \d{4}/);
    for (const page of pages) expect(page.replaceAll("WITHDRAWN on", "")).toMatch(/W ?I ?T ?H ?D ?R ?A ?W ?N/);
    expect(pages[0]).toContain(reason);
    expect(pages.join("").replaceAll(/\s/g, "")).toContain(`SHA-256${before.fileSha256}`);
    const parts = await listParts(worker.ctx, id);
    expect(parts.filter(({ part }) => part !== "withdrawn_copy").map(({ part, sha256 }) => [part, sha256])).toEqual(
      served,
    );
    expect(parts.at(-1)).toMatchObject({ part: "withdrawn_copy", name: expect.stringMatching(/-v1-withdrawn\.pdf$/) });
    expect((await getPacket(worker.ctx, id)).fileSha256).toBe(before.fileSha256);
    expect((await org.auditOf(id)).filter((action) => action === "packet.stamped")).toHaveLength(1);

    expect(JSON.stringify(await getHandover(officer.ctx, handoverId))).not.toContain("withdrawn_copy");
    const names: string[] = [];
    for await (const { name } of readFolder(worker.ctx, { packetId: id })) names.push(name);
    expect(names.slice(0, 2)).toEqual(["WITHDRAWN.txt", expect.stringMatching(/-v1-withdrawn\.pdf$/)]);
  });

  test("a repeat, and two at once, make one copy", async () => {
    const { id } = await approvedPacket(org, worker);
    await withdrawPacket(worker.ctx, { packetId: id, reason });
    await Promise.all([1, 2].map(() => stampPacket(org.service(), { packetId: id })));
    const first = (await listParts(worker.ctx, id)).find(({ part }) => part === "withdrawn_copy");
    await stampPacket(org.service(), { packetId: id });
    expect((await listParts(worker.ctx, id)).find(({ part }) => part === "withdrawn_copy")).toEqual(first);
    expect((await org.auditOf(id)).filter((action) => action === "packet.stamped")).toHaveLength(1);
  });

  test("a reason that names the client stays out of the copy", async () => {
    const { id } = await approvedPacket(org, worker);
    await withdrawPacket(worker.ctx, { packetId: id, reason: `${secrets.name} asked for it.` });
    await stampPacket(org.service(), { packetId: id });
    const text = (await copyOf(id)).join("\n");
    expect(text).toContain("The reason is kept with the case.");
    expect(text).not.toMatch(/laid out as served|later release/i);
    expect(text).not.toContain(secrets.name);
  });

  test("a copy whose words are another release's says so on every page", async () => {
    const { id } = await approvedPacket(org, worker);
    await withdrawPacket(worker.ctx, { packetId: id, reason });
    await withAnotherLayout("mla_dossier", () => stampPacket(org.service(), { packetId: id }));
    const pages = await copyOf(id);
    for (const page of pages) expect(page).toContain("Not laid out as served.");
    expect(pages[0]).toContain("printed by a later release of the software");
  });

  test("a version that was never approved has none", async () => {
    const { id } = await readyPacket(org, worker);
    await withdrawPacket(worker.ctx, { packetId: id, reason });
    expect(await waiting(id)).toBe(0);
    await stampPacket(org.service(), { packetId: id });
    await expect(copyOf(id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is for the job alone, of the same organisation", async () => {
    const { id } = await readyPacket(org, worker);
    await expect(stampPacket(worker.ctx, { packetId: id })).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeOrg();
    await expect(stampPacket(other.service(), { packetId: id })).rejects.toMatchObject({ code: "not_found" });
  });
});

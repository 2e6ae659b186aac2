import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { packets } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket, listCasePackets } from "@/lib/packets/packets/queries";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

describe("draftPacket", () => {
  test("keeps the draft sealed, numbers it, and has it built once it is committed", async () => {
    const { caseId, code } = await makeCaseToPrint(org, worker, { files: [] });
    const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
    const packet = await getPacket(worker.ctx, id);
    expect(packet).toMatchObject({ code: `${code}-P1`, version: 1, status: "building", supersedes: null });
    expect(packet.draft).toMatchObject({ stage: draft.stage, asks: { A1: { subscriber: true, content: false } } });
    const [row] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select().from(packets).where(eq(packets.id, id)),
    );
    expect(row?.draft).toBeTypeOf("string");
    expect(row?.draft).not.toContain("Investigation");
    const jobs = await withTransaction(org.service(), "read only", ({ db }) =>
      db.execute(sql`select data from pgboss.job where name = 'packet.assemble' and data->>'packetId' = ${id}`),
    );
    expect(jobs).toHaveLength(1);
    expect(await org.auditOf(id)).toEqual(["packet.drafted"]);
  });

  test("names the field that needs another look", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const nobody = { investigatingOfficer: "", prosecutor: "", centralAuthority: "" };
    const asks = {
      A1: { content: "on", ranges: { content: { to: "2026-11-31" } } },
      A2: { traffic: "on", ranges: { traffic: { from: "2026-11-02", to: "2026-11-01", why: "Seen in use." } } },
    };
    const attempt = draftPacket(worker.ctx, { caseId, ...draft, ...nobody, stage: "", asks });
    await expect(attempt).rejects.toMatchObject({
      code: "invalid",
      fields: { stage: expect.any(String), "asks.A1.ranges.content.to": expect.any(String) },
    });
    const late = draftPacket(worker.ctx, { caseId, ...draft, ...nobody, asks: { A2: asks.A2 } });
    await expect(late).rejects.toMatchObject({
      fields: { investigatingOfficer: expect.any(String), "asks.A2.ranges.traffic.to": expect.any(String) },
    });
  });

  test("two people who draft at once get two versions, the second in place of the first", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const supervisor = await org.as("supervisor");
    await Promise.all([draftPacket(worker.ctx, { caseId, ...draft }), draftPacket(supervisor, { caseId, ...draft })]);
    const { rows } = await listCasePackets(worker.ctx, caseId);
    expect(rows.map((row) => row.version)).toEqual([2, 1]);
    const second = await getPacket(worker.ctx, rows[0]?.id ?? "");
    expect(second.supersedes).toMatchObject({ version: 1, id: rows[1]?.id });
  });
});

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { commentOnPacket } from "@/lib/packets/packets/commands/comment-on-packet";
import { listPacketEvents } from "@/lib/packets/packets/queries";
import { approvedPacket, readyPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let packetId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  packetId = (await readyPacket(org, worker)).id;
});

describe("commentOnPacket", () => {
  test("stands in the history with who and when, sealed, and is audited without its words", async () => {
    const boss = await org.as("supervisor");
    await commentOnPacket(boss, { packetId, words: "The id of A2 is missing.\nAsk the client." });
    const events = await listPacketEvents(worker.ctx, packetId);
    expect(events.map(({ event, by }) => [event, by])).toEqual([
      ["drafted", "caseworker person"],
      ["built", null],
      ["commented", "supervisor person"],
    ]);
    expect(events.at(-1)).toMatchObject({ words: "The id of A2 is missing.\nAsk the client.", at: boss.now });
    const stored = await withTransaction(org.service(), "read only", (scoped) =>
      scoped.db.execute<{ words: string }>(sql`select words from app.packet_events where event = 'commented'`),
    );
    expect(stored.length).toBe(1);
    expect(JSON.stringify([...stored])).not.toContain("client");
    expect(await org.auditOf(packetId)).toContain("packet.commented");
  });

  test("is for the people of the case; officers and administrators read and write none", async () => {
    for (const role of ["admin", "liaison"] as const) {
      const ctx = await org.as(role);
      await expect(commentOnPacket(ctx, { packetId, words: "No" })).rejects.toMatchObject({ code: "forbidden" });
      const rows = await withTransaction(ctx, "read only", (scoped) =>
        scoped.db.execute(sql`select 1 from app.packet_events where packet_id = ${packetId}::uuid`),
      );
      expect([...rows], role).toEqual([]);
    }
    const colleague = await org.person("caseworker");
    const attempt = commentOnPacket(colleague.ctx, { packetId, words: "Not my case" });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("another organisation reads none of it", async () => {
    const other = await makeOrg();
    const ctx = await other.as("supervisor");
    await expect(listPacketEvents(ctx, packetId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("names the field: nothing written, too much written", async () => {
    for (const words of ["", " ", "x".repeat(2001)]) {
      const attempt = commentOnPacket(worker.ctx, { packetId, words });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { words: expect.any(String) } });
    }
  });

  test("two at once both stand, and nobody changes or removes one", async () => {
    const before = (await listPacketEvents(worker.ctx, packetId)).length;
    await Promise.all([
      commentOnPacket(worker.ctx, { packetId, words: "One" }),
      commentOnPacket(await org.as("supervisor"), { packetId, words: "Two" }),
    ]);
    expect(await listPacketEvents(worker.ctx, packetId)).toHaveLength(before + 2);
    for (const change of [sql`update app.packet_events set at = now()`, sql`delete from app.packet_events`]) {
      const attempt = withTransaction(worker.ctx, "read write", (scoped) => scoped.db.execute(change));
      expect(await attempt.then(() => "done", sqlState)).toBe("42501");
    }
  });
});

test("the history of an approved packet says which line was let through, and why", async () => {
  const { id } = await approvedPacket(org, worker);
  const events = await listPacketEvents(worker.ctx, id);
  expect(events.map(({ event }) => event)).toEqual(["drafted", "built", "approved", "built"]);
  expect(events[2]?.words).toContain("M-14: Known, and the officer is told.");
});

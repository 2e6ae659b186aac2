import { statSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { noteCheck } from "@/lib/evidence/exhibits/commands/note-check";
import { verifyOrganisation } from "@/lib/evidence/verification/verify-organisation";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { type Planted, plantEvidence } from "@/tests/db/evidence/verification/place";
import { flipByte, sealedPath } from "@/tests/support/flip";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let service: Ctx;
let planted: Planted[];

/** The superuser of the test's server, on this file's database, whose changes no trigger sees. */
const root = postgres(
  inject("database").superuserUrl.replace(/[^/]+$/, new URL(process.env.DATABASE_URL ?? "").pathname.slice(1)),
  {
    max: 1,
    onnotice: () => {},
    connection: { session_replication_role: "replica" },
  },
);

/** A sequence that is the same in every run. */
let seed = 20261124;
const below = (limit: number) => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return Math.floor((seed / 0x80000000) * limit);
};
const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;

const breaksOf = async (exhibitIds: readonly string[]) => {
  const found: string[] = [];
  await verifyOrganisation(service, {
    sample: { exhibitIds },
    onBreak: ({ kind, exhibitId, what }) => void found.push(`${kind} ${exhibitId} ${what}`),
  });
  return found;
};

beforeAll(async () => {
  org = await makeOrg();
  service = org.service();
  const worker = await org.as("caseworker");
  planted = await plantEvidence(worker, service, 20);
  for (const { exhibitId } of planted.slice(0, 5)) await noteCheck(worker, { exhibitId, verified: true });
  await keepCopies();
}, 60_000);

afterAll(() => root.end());

describe("verifyOrganisation", () => {
  test("says of what is untouched how much there is, and no more", async () => {
    const seen: number[] = [];
    const report = await verifyOrganisation(service, { onProgress: ({ bytes }) => void seen.push(bytes) });
    expect(report.broken).toEqual({});
    expect(report.counts).toMatchObject({ exhibits: 20, originals: 20, derivatives: 40, lines: 75 });
    expect(seen).toHaveLength(60);
    expect(seen.at(-1)).toBe(report.counts.bytes);
  });

  test("is for the service alone, and sees one organisation", async () => {
    await expect(verifyOrganisation(await org.as("supervisor"))).rejects.toMatchObject({ code: "forbidden" });
    const other = (await makeOrg()).service();
    expect((await verifyOrganisation(other)).counts.exhibits).toBe(0);
  });

  test("all parts of a sample together are all exhibits, and none twice", async () => {
    const parts = Array.from({ length: 6 }, (_, part) => verifyOrganisation(service, { sample: { parts: 6, part } }));
    const counts = (await Promise.all(parts)).map((report) => report.counts.exhibits);
    expect(counts.reduce((sum, value) => sum + value)).toBe(20);
    expect(Math.max(...counts)).toBeLessThan(20);
  });

  test("names the first break of each kind: exhibit, case and what is wrong", async () => {
    const { exhibitId, fileIds } = planted[3] as Planted;
    flipByte(fileIds[0] ?? "", 100);
    const { broken } = await verifyOrganisation(service);
    flipByte(fileIds[0] ?? "", 100);
    expect(broken).toEqual({
      original: {
        count: 1,
        first: expect.objectContaining({ exhibitId, exhibit: "E-04", what: expect.stringContaining("was changed") }),
      },
    });
  });

  test("200 flipped bytes anywhere in the stored files are all reported", async () => {
    const missed: string[] = [];
    for (let i = 0; i < 200; i += 1) {
      const { exhibitId, fileIds } = oneOf(planted);
      const fileId = oneOf(fileIds);
      const at = below(statSync(sealedPath(fileId)).size);
      flipByte(fileId, at);
      const found = await breaksOf([exhibitId]);
      flipByte(fileId, at);
      if (found.length !== 1 || !found[0]?.includes(exhibitId)) missed.push(`${fileId} at ${at}: ${found.join("; ")}`);
    }
    expect(missed).toEqual([]);
    expect((await verifyOrganisation(service)).broken).toEqual({});
  }, 60_000);

  test("200 changes of ledger cells and lines are all reported", async () => {
    const missed: string[] = [];
    const used = new Set<string>();
    for (let i = 0; i < 200; i += 1) {
      const { exhibitId } = oneOf(planted);
      const change = changes[i % changes.length] as Change;
      const found = await withChange(exhibitId, change);
      used.add(change.name);
      if (!found.some((value) => value.startsWith(`ledger ${exhibitId}`)))
        missed.push(`${change.name} of ${exhibitId}`);
    }
    expect(missed).toEqual([]);
    expect(used.size).toBe(changes.length);
    expect((await verifyOrganisation(service)).broken).toEqual({});
  }, 60_000);
});

type Change = { name: string; act: (sql: postgres.TransactionSql, exhibitId: string, seq: number) => Promise<unknown> };

const cell = (name: string, set: string): Change => ({
  name,
  act: (sql, exhibitId, seq) =>
    sql.unsafe(`update app.custody_events set ${set} where exhibit_id = '${exhibitId}' and seq = ${seq}`),
});

const changes: Change[] = [
  cell("id", "id = gen_random_uuid()"),
  cell("org_id", "org_id = gen_random_uuid()"),
  cell("case_id", "case_id = gen_random_uuid()"),
  cell("exhibit_id", "exhibit_id = gen_random_uuid()"),
  cell("seq", "seq = seq + 100"),
  cell("action", "action = 'sealed'"),
  cell("at", "at = at + interval '1 microsecond'"),
  cell("by", "by = gen_random_uuid()"),
  cell("purpose", "purpose = purpose || '.'"),
  cell("sha256", "sha256 = encode(sha256('x'), 'hex')"),
  cell("details", "details = coalesce(details, '') || 'x'"),
  cell("sha256_after", "sha256_after = sha256"),
  cell("derivative_id", "derivative_id = gen_random_uuid()"),
  cell("verified", "verified = verified is not true"),
  cell("formula", "formula = 1"),
  cell("previous", "previous = sha256(previous)"),
  cell("hash", "hash = sha256(hash)"),
  {
    name: "a line taken out",
    act: (sql, exhibitId, seq) => sql`delete from app.custody_events where exhibit_id = ${exhibitId} and seq = ${seq}`,
  },
  {
    name: "the tail cut off",
    act: (sql, exhibitId) => sql`delete from app.custody_events where exhibit_id = ${exhibitId} and seq >= 2`,
  },
  {
    name: "everything taken out",
    act: (sql, exhibitId) => sql`delete from app.custody_events where exhibit_id = ${exhibitId}`,
  },
  {
    name: "two lines in each other's place",
    act: async (sql, exhibitId) => {
      for (const [from, to] of [
        [1, 101],
        [2, 1],
        [101, 2],
      ] as const) {
        await sql`update app.custody_events set seq = ${to} where exhibit_id = ${exhibitId} and seq = ${from}`;
      }
    },
  },
  {
    name: "a line put in at the end",
    act: (
      sql,
      exhibitId,
    ) => sql`insert into app.custody_events (id, org_id, case_id, exhibit_id, seq, action, at, purpose,
        sha256, previous, hash)
      select gen_random_uuid(), org_id, case_id, exhibit_id, seq + 1, 'viewed', at, 'Put in', sha256, hash, sha256(hash)
      from app.custody_events where exhibit_id = ${exhibitId} order by seq desc limit 1`,
  },
  {
    name: "a line put in whose own hash is right",
    act: async (sql, exhibitId) => {
      await sql`insert into app.custody_events (id, org_id, case_id, exhibit_id, seq, action, at, purpose, sha256, previous, hash)
        select gen_random_uuid(), org_id, case_id, exhibit_id, seq + 1, 'viewed', at, 'Put in', sha256, hash, ''
        from app.custody_events where exhibit_id = ${exhibitId} order by seq desc limit 1`;
      await sql`update app.custody_events e set hash = app.custody_hash(e)
        where exhibit_id = ${exhibitId} and hash = ''`;
    },
  },
  {
    name: "the end kept apart",
    act: (sql, exhibitId) => sql`update app.custody_heads set hash = sha256(hash) where exhibit_id = ${exhibitId}`,
  },
  {
    name: "the number of the end kept apart",
    act: (sql, exhibitId) => sql`update app.custody_heads set seq = seq + 1 where exhibit_id = ${exhibitId}`,
  },
  {
    name: "the hash on the exhibit",
    act: (sql, exhibitId) => sql`update app.exhibits set sha256 = encode(sha256('x'), 'hex') where id = ${exhibitId}`,
  },
];

/** Makes a change past triggers, walls and keys, as one who owns the server could, asks, and puts everything back. */
async function withChange(exhibitId: string, { act }: Change): Promise<string[]> {
  const [{ last } = { last: 1 }] = await root<{ last: number }[]>`
    select max(seq) as last from kept.custody_events where exhibit_id = ${exhibitId}`;
  await root.begin((sql) => act(sql, exhibitId, 1 + below(last)));
  const found = await breaksOf([exhibitId]);
  await root.begin(async (sql) => {
    await sql`delete from app.custody_events`;
    await sql`insert into app.custody_events select * from kept.custody_events`;
    await sql`update app.custody_heads h set seq = k.seq, hash = k.hash from kept.custody_heads k
      where k.exhibit_id = h.exhibit_id`;
    await sql`update app.exhibits x set sha256 = k.sha256 from kept.exhibits k where k.id = x.id and k.sha256 <> x.sha256`;
  });
  return found;
}

async function keepCopies(): Promise<void> {
  await root`create schema kept`;
  for (const table of ["custody_events", "custody_heads", "exhibits"]) {
    await root.unsafe(`create table kept.${table} as select * from app.${table}`);
  }
}

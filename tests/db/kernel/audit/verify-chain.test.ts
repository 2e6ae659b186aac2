import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { readHead } from "@/lib/kernel/audit/read-chain";
import type { AnchorsOf } from "@/lib/kernel/audit/types";
import { verifyChain } from "@/lib/kernel/audit/verify-chain";
import { newId } from "@/lib/platform/ids";
import { type LogBreaker, openLogBreaker, rechain } from "@/tests/support/break-log";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let breaker: LogBreaker;
let anchors: AnchorsOf;
let count = 0;

/** Texts that JSON writes in more than one way: quotes, a control character, what is not ASCII, numbers with zeros. */
const odd = { key: 'a "b" \\ c', day: "\u0001 \n\t €🙂", version: 1.5, pages: 0, kind: null, part: { deep: [1, "x"] } };

beforeAll(async () => {
  org = await makeOrg();
  const caseworker = await org.as("caseworker");
  await withTransaction(caseworker, "read write", async ({ db }) => {
    for (let at = 0; at < 18; at += 1) {
      const entry = { action: "case.viewed", subjectId: newId(), caseId: newId(), detail: at % 3 ? {} : odd };
      await writeAudit(db, entry as never);
    }
  });
  breaker = await openLogBreaker(org.id);
  const { head } = await readHead(org.service());
  count = head?.seq ?? 0;
  anchors = new Map([[count, [{ hash: head?.hash.toString("hex") ?? "", tokens: [] }]]]);
});

afterAll(() => breaker.close());

const verify = () => verifyChain(org.service(), { anchors });
const firstBreak = async (breakIt: Parameters<LogBreaker["whileBroken"]>[0]) => {
  const { broken } = await breaker.whileBroken(breakIt, verify);
  return broken && [broken.seq, broken.problem];
};

describe("the log of an organisation", () => {
  test("holds as it was written, by hashes computed apart from the database's", async () => {
    expect(await verify()).toMatchObject({ entries: count, anchors: 1, broken: null, clockBack: null });
  });

  test("an entry that a superuser changed, took out, put in or moved is named", async () => {
    const id = org.id;
    expect(await firstBreak((s) => s`update audit.entries set action = 'x' where org_id = ${id} and seq = 5`)).toEqual([
      5,
      "changed",
    ]);
    expect(await firstBreak((s) => s`delete from audit.entries where org_id = ${id} and seq = 7`)).toEqual([
      7,
      "missing",
    ]);
    expect(await firstBreak((s) => s`delete from audit.entries where org_id = ${id} and seq = 1`)).toEqual([
      1,
      "missing",
    ]);
    expect(
      await firstBreak(async (s) => {
        await s`update audit.entries set seq = -1 where org_id = ${id} and seq = 9`;
        await s`update audit.entries set seq = 9 where org_id = ${id} and seq = 10`;
        await s`update audit.entries set seq = 10 where org_id = ${id} and seq = -1`;
      }),
    ).toEqual([9, "order"]);
    expect(
      await firstBreak(
        (
          s,
        ) => s`insert into audit.entries select org_id, seq + 1, at, member_id, role, action, subject_id, case_id, detail,
          previous, hash from audit.entries where org_id = ${id} and seq = ${count}`,
      ),
    ).toEqual([count + 1, "order"]);
    expect(
      await firstBreak((s) => s`update audit.entries set org_id = ${newId()} where org_id = ${id} and seq = 4`),
    ).toEqual([4, "missing"]);
  });

  test("a tail that was cut is missed by the head, and by the anchor when the head was cut as well", async () => {
    const cut = (s: LogBreaker["sql"]) => s`delete from audit.entries where org_id = ${org.id} and seq > ${count - 3}`;
    const broken = await breaker.whileBroken(cut, () => verifyChain(org.service()));
    expect(broken.broken).toMatchObject({ seq: count - 2, problem: "cut" });
    const withHead = async (s: LogBreaker["sql"]) => {
      await cut(s);
      await rechain(s, org.id);
    };
    expect(await firstBreak(withHead)).toEqual([count - 2, "anchor_cut"]);
    const unseen = await breaker.whileBroken(withHead, () => verifyChain(org.service()));
    expect(unseen.broken).toBeNull();
  });

  test("a head that was written again, or taken away, is noticed", async () => {
    const id = org.id;
    expect(await firstBreak((s) => s`update audit.heads set hash = sha256('x') where org_id = ${id}`)).toEqual([
      count,
      "head",
    ]);
    expect(await firstBreak((s) => s`update audit.heads set seq = seq - 1 where org_id = ${id}`)).toEqual([
      count,
      "head",
    ]);
    expect(await firstBreak((s) => s`delete from audit.heads where org_id = ${id}`)).toEqual([count, "head"]);
  });

  test("a chain written again from a changed entry on, with its head, is caught by the anchor alone", async () => {
    const rewrite = async (s: LogBreaker["sql"]) => {
      await s`update audit.entries set role = 'supervisor' where org_id = ${org.id} and seq = 6`;
      await rechain(s, org.id);
    };
    expect(await firstBreak(rewrite)).toEqual([count, "rewritten"]);
    expect((await breaker.whileBroken(rewrite, () => verifyChain(org.service()))).broken).toBeNull();
  });

  test("500 alterations of single fields of its rows, by a superuser, are all reported", async () => {
    let done = 0;
    const unseen: string[] = [];
    for (const set of alterations) {
      const change = (s: LogBreaker["sql"]) => s.unsafe(`update audit.entries set ${set} where org_id = '${org.id}'`);
      const { broken, breaks } = await breaker.whileBroken(change, () => verifyChain(org.service()));
      if (broken?.seq !== 1 || breaks < count) unseen.push(`${set}: ${breaks} of ${count}`);
      done += count;
    }
    expect(unseen).toEqual([]);
    expect(done).toBeGreaterThan(500);
    expect(await verify()).toMatchObject({ broken: null, breaks: 0 });
  });
});

const flipped = (column: string, at: number) =>
  `${column} = set_byte(${column}, ${at}, get_byte(${column}, ${at}) # 1)`;
const flippedId = (column: string, at: number) =>
  `${column} = encode(set_byte(uuid_send(coalesce(${column}, gen_random_uuid())), ${at}, (get_byte(uuid_send(coalesce(${column}, gen_random_uuid())), ${at}) + 1) % 256), 'hex')::uuid`;

/** Every field, and of its bytes the first, some between and the last. */
const alterations = [
  "at = at + interval '1 microsecond'",
  "at = at - interval '1 hour'",
  "role = role || ' '",
  "role = 'service '",
  "action = upper(action)",
  "action = action || chr(8203)",
  `detail = detail || '{"x": null}'`,
  `detail = '{"y": 1}'`,
  `detail = '[]'`,
  ...[0, 7, 15].map((at) => flippedId("member_id", at)),
  ...[0, 7, 15].map((at) => flippedId("subject_id", at)),
  ...[0, 7, 15].map((at) => flippedId("case_id", at)),
  ...[0, 1, 15, 31].map((at) => flipped("hash", at)),
  ...[0, 1, 15, 31].map((at) => flipped("previous", at)),
];

test("the clock of the machine going back is told, and is no break of the chain", async () => {
  const other = await makeOrg();
  const look = await openLogBreaker(other.id);
  await look.sql`update audit.entries set at = at + interval '1 day' where org_id = ${other.id} and seq = 1`;
  await rechain(look.sql, other.id);
  const report = await verifyChain(other.service());
  await look.close();
  expect(report).toMatchObject({ broken: null, clockBack: { seq: 2 } });
  expect(report.clockBack?.seconds).toBeGreaterThan(86_000);
});

test("nobody but the worker reads where the chain ends", async () => {
  const read = withTransaction(await org.as("admin"), "read only", ({ db }) =>
    db.execute(sql`select * from audit.head()`),
  );
  expect(await read).toHaveLength(0);
});

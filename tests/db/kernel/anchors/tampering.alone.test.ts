import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { anchorsFile } from "@/lib/kernel/anchors/access";
import { anchorHead } from "@/lib/kernel/anchors/anchor-head";
import { readAnchors } from "@/lib/kernel/anchors/read-anchors";
import { type LogReport, verifyLog } from "@/lib/kernel/anchors/verify-log";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { newId } from "@/lib/platform/ids";
import { type LogBreaker, openLogBreaker, rechain } from "@/tests/support/break-log";
import { makeOrg, type Org } from "@/tests/support/org";
import { runScript } from "@/tests/support/run-script";

/** What somebody with every right in the database, and with the folders of the server, does to the log. */
type Sql = LogBreaker["sql"];
let org: Org;
let breaker: LogBreaker;
/** How many entries are anchored, and how many there are. */
let anchored = 0;
let count = 0;

async function append(times: number): Promise<void> {
  const ctx = await org.as("caseworker");
  for (let turn = 0; turn < times; turn += 1) {
    const entry = { action: "case.viewed", subjectId: newId(), caseId: newId(), detail: {} } as const;
    await withTransaction(ctx, "read write", ({ db }) => writeAudit(db, entry));
  }
}

beforeAll(async () => {
  org = await makeOrg();
  await append(6);
  await anchorHead(org.service());
  await append(6);
  await anchorHead(jobCtx(org.id, { now: () => new Date(Date.now() + 3_600_000) }));
  anchored = await lastEntry();
  await append(8);
  count = await lastEntry();
  breaker = await openLogBreaker(org.id);
});
afterAll(() => breaker.close());

const lastEntry = async (): Promise<number> => {
  const rows = await withTransaction(org.service(), "read only", ({ db }) =>
    db.execute<{ seq: string }>("select seq from audit.head()"),
  );
  return Number(rows[0]?.seq);
};

async function verify(): Promise<LogReport> {
  const { organisations } = await readAnchors({ only: org.id });
  return verifyLog(org.service(), { outside: organisations.get(org.id) });
}

/** What is named, the first first, while the log and what is kept of it outside are as `breakIt` leaves them. */
async function verdict(breakIt: (sql: Sql) => Promise<unknown> | unknown): Promise<string[]> {
  const { broken, outside } = await whileTampered(breakIt, verify);
  const found = [...(broken ? [broken] : []), ...outside];
  return [...new Set(found.map(({ problem }) => problem))];
}

/** The script itself under the same. */
const scriptVerdict = (breakIt: (sql: Sql) => Promise<unknown> | unknown) =>
  whileTampered(breakIt, () => runScript("verify-audit"));

async function whileTampered<T>(breakIt: (sql: Sql) => Promise<unknown> | unknown, look: () => Promise<T>): Promise<T> {
  const whole = readFileSync(anchorsFile(), "utf8");
  cpSync(records(), `${records()}-kept`, { recursive: true });
  try {
    return await breaker.whileBroken(async (sql) => breakIt(sql), look);
  } finally {
    writeFileSync(anchorsFile(), whole);
    rmSync(records(), { recursive: true, force: true });
    renameSync(`${records()}-kept`, records());
  }
}

/** Where this machine writes down the end of the log after each command. */
const records = () => join(process.env.DATA_DIR ?? "", "log-heads");
const takeRecords = () => rmSync(records(), { recursive: true });

const cut = async (sql: Sql, from: number) => {
  await sql`delete from audit.entries where org_id = ${org.id} and seq > ${from}`;
  await rechain(sql, org.id);
};
const blame = async (sql: Sql, from: number) => {
  await sql`update audit.entries set member_id = ${newId()} where org_id = ${org.id} and seq > ${from}`;
  await rechain(sql, org.id);
};
const rewriteAll = (sql: Sql) => blame(sql, 0);

describe("npm run audit:verify, against a superuser who also reaches the folders", () => {
  test("holds as it was written, and says what is not anchored yet", async () => {
    expect(await verify()).toMatchObject({
      broken: null,
      anchors: 2,
      unanchored: { entries: count - anchored, recorded: count - anchored },
    });
    const { code, output: message } = await runScript("verify-audit");
    expect(code).toBe(0);
    expect(message).toMatch(
      new RegExp(`${count - anchored} entries since \\d\\d:\\d\\d UTC on .* are not anchored yet`),
    );
  });

  test("is red when one entry is changed or deleted", async () => {
    const change = (sql: Sql) => sql`update audit.entries set action = 'x' where org_id = ${org.id} and seq = 5`;
    expect(await verdict(change)).toEqual(["changed"]);
    const remove = (sql: Sql) => sql`delete from audit.entries where org_id = ${org.id} and seq = 5`;
    expect(await verdict(remove)).toEqual(["missing"]);
  });

  test("is red when the whole log is written again and the anchors are left, by the anchors alone too", async () => {
    expect(await verdict(rewriteAll)).toEqual(["record_differs"]);
    const withoutRecords = async (sql: Sql) => {
      await rewriteAll(sql);
      takeRecords();
    };
    expect(await verdict(withoutRecords)).toEqual(["rewritten"]);
  });

  test("is red when entries that are not anchored yet are cut, the newest alone too", async () => {
    expect(await verdict((sql) => cut(sql, anchored + 1))).toEqual(["record_cut"]);
    expect(await verdict((sql) => cut(sql, count - 1))).toEqual(["record_cut"]);
    const { code, output: message } = await scriptVerdict((sql) => cut(sql, count - 1));
    expect(message).toContain(`entry ${count}: it is not there, although it was recorded when it was written`);
    expect(code).toBe(1);
  });

  test("is red when entries that are not anchored yet are blamed on a colleague, the newest alone too", async () => {
    expect(await verdict((sql) => blame(sql, anchored))).toEqual(["record_differs"]);
    expect(await verdict((sql) => blame(sql, count - 1))).toEqual(["record_differs"]);
  });

  test("stays red when the log went on over a tail that was written again", async () => {
    const goOn = async (sql: Sql) => {
      await blame(sql, anchored);
      await append(2);
    };
    expect(await verdict(goOn)).toEqual(["record_differs"]);
  });

  test("is red when the records were altered, and names what they do not vouch for when they were taken away", async () => {
    const alter = async (sql: Sql) => {
      await blame(sql, anchored);
      const [file = ""] = readdirSync(join(records(), org.id));
      const path = join(records(), org.id, file);
      const hashes = await hashesOf(sql);
      const lines = readFileSync(path, "utf8").trim().split("\n");
      writeFileSync(
        path,
        lines.map((line) => line.replace(/ \w{64} /, ` ${hashes.get(Number(line.split(" ")[0]))} `)).join("\n"),
      );
    };
    expect(await verdict(alter)).toEqual(["record_forged"]);
    const { code, output: message } = await scriptVerdict(async (sql) => {
      await cut(sql, count - 1);
      takeRecords();
    });
    expect(code).toBe(0);
    expect(message).toMatch(
      /entries since \d\d:\d\d UTC on .* not anchored yet; none of them is in this machine's own record/,
    );
  });

  test("is red when all is written again and the file of anchors is emptied, removed, or says the new hashes", async () => {
    const tampered = (change: (sql: Sql) => Promise<unknown> | unknown) =>
      verdict(async (sql) => {
        await rewriteAll(sql);
        takeRecords();
        await change(sql);
      });
    expect(await tampered(() => writeFileSync(anchorsFile(), ""))).toEqual(["anchors_missing"]);
    expect(await tampered(() => rmSync(anchorsFile()))).toEqual(["anchors_missing"]);
    expect(await tampered(replaceHashes)).toEqual(["anchor_forged"]);
  });

  test("is red when the anchors of a log that nobody touched are emptied, removed, fewer, or not ours", async () => {
    expect(await verdict(() => writeFileSync(anchorsFile(), ""))).toEqual(["anchors_missing"]);
    expect((await scriptVerdict(() => writeFileSync(anchorsFile(), ""))).code).toBe(1);
    expect(await verdict(() => rmSync(anchorsFile()))).toEqual(["anchors_missing"]);
    const leaveOne = () => writeFileSync(anchorsFile(), `${readFileSync(anchorsFile(), "utf8").split("\n")[1]}\n`);
    expect(await verdict(leaveOne)).toEqual(["anchors_missing"]);
    expect(await verdict(() => writeFileSync(anchorsFile(), unsigned()))).toEqual(["anchor_unsigned"]);
    const empty = (sql: Sql) => sql`delete from app.audit_anchors where org_id = ${org.id}`;
    expect(await verdict(empty)).toEqual(["anchors_removed"]);
    const alter = (sql: Sql) =>
      sql`update app.audit_anchors set hash = sha256('x') where org_id = ${org.id} and seq = ${anchored}`;
    expect(await verdict(alter)).toEqual(["anchor_forged"]);
  });

  test("is red when the log, the table, the file and the records all say the same other thing", async () => {
    const everything = async (sql: Sql) => {
      await rewriteAll(sql);
      await replaceHashes(sql);
      await sql`update app.audit_anchors a set hash = e.hash from audit.entries e
        where a.org_id = ${org.id} and e.org_id = a.org_id and e.seq = a.seq`;
      takeRecords();
    };
    expect(await verdict(everything)).toEqual(["anchor_forged"]);
    const unsignedEverywhere = async (sql: Sql) => {
      await everything(sql);
      writeFileSync(anchorsFile(), unsigned());
      await sql`update app.audit_anchors set signature = null where org_id = ${org.id}`;
    };
    expect(await verdict(unsignedEverywhere)).toEqual(["anchor_unsigned"]);
  });

  test("is red when nothing is left of the anchors of a log that is older than an hour", async () => {
    const asNew = async (sql: Sql) => {
      await sql`delete from app.audit_anchors where org_id = ${org.id}`;
      await sql`update audit.entries set at = at - interval '2 hours' where org_id = ${org.id}`;
      await rechain(sql, org.id);
      rmSync(anchorsFile());
      takeRecords();
    };
    expect(await verdict(asNew)).toEqual(["not_anchored"]);
  });

  test("is red when the last anchor is older than an hour and the log grew since", async () => {
    const grew = async (sql: Sql) => {
      const old = sql`at = at - interval '90 minutes'`;
      await sql`update audit.entries set ${old} where org_id = ${org.id}`;
      await rechain(sql, org.id);
      takeRecords();
    };
    expect(await verdict(grew)).toEqual(["rewritten", "not_anchored"]);
  });
});

async function hashesOf(sql: Sql): Promise<Map<number, string>> {
  const rows = await sql<{ seq: string; hash: string }[]>`
    select seq, encode(hash, 'hex') as hash from audit.entries where org_id = ${org.id}`;
  return new Map(rows.map(({ seq, hash }) => [Number(seq), hash]));
}

/** The file, with the hashes that stand in the database by now. */
async function replaceHashes(sql: Sql): Promise<void> {
  const hashes = await hashesOf(sql);
  writeFileSync(
    anchorsFile(),
    linesWith((line) => ({ ...line, hash: hashes.get(line.seq) ?? line.hash })),
  );
}

const unsigned = (): string => linesWith(({ signature: _, ...line }) => line);

type Line = { seq: number; hash: string; signature?: string };

const linesWith = (change: (line: Line) => object): string =>
  readFileSync(anchorsFile(), "utf8")
    .trim()
    .split("\n")
    .map((line) => `${JSON.stringify(change(JSON.parse(line)))}\n`)
    .join("");

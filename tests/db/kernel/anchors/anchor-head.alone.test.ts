import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { anchorsFile } from "@/lib/kernel/anchors/access";
import { anchorHead } from "@/lib/kernel/anchors/anchor-head";
import { checkLog } from "@/lib/kernel/anchors/check-log";
import { readAnchors } from "@/lib/kernel/anchors/read-anchors";
import { verifyChain } from "@/lib/kernel/audit/verify-chain";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { acknowledgeAlert } from "@/lib/oversight/alerts/acknowledge-alert";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { openLogBreaker, rechain } from "@/tests/support/break-log";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";
import { setAuthorities } from "@/tests/support/stamps";
import type { TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";

let authority: TimeAuthority | undefined;
let org: Org;
const openssl = hasTool("openssl");

beforeAll(async () => {
  if (openssl) [authority] = await setAuthorities("Anchor Time");
  org = await makeOrg();
});
afterAll(() => authority?.close());

const hours = (count: number) => jobCtx(org.id, { now: () => new Date(Date.now() + count * 3_600_000) });
const linesOf = (): Record<string, unknown>[] =>
  readFileSync(anchorsFile(), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const verify = async () =>
  verifyChain(org.service(), { anchors: (await readAnchors({ only: org.id })).organisations.get(org.id)?.anchors });

describe("anchors outside the database", () => {
  test("the head is written down once, and again an hour later only when something came", async () => {
    authority?.behave("error_500");
    expect(await anchorHead(hours(0))).toMatchObject({ made: 1, filed: 1, stamped: 0 });
    expect(await anchorHead(hours(0))).toMatchObject({ made: 0, filed: 0 });
    expect(await anchorHead(hours(2))).toMatchObject({ made: 0, filed: 0 });
    await org.as("caseworker");
    expect(await anchorHead(hours(0))).toMatchObject({ made: 0 });
    expect(await anchorHead(hours(2))).toMatchObject({ made: 1, filed: 1 });
    expect(linesOf()).toMatchObject([{ organisation: org.id, seq: 3 }, { organisation: org.id }]);
    expect(await verify()).toMatchObject({ broken: null, anchors: 2, tokens: 0 });
  });

  test.skipIf(!openssl)(
    "wait for a time authority that is away for a day, and get their tokens when it is back",
    async () => {
      expect(await anchorHead(hours(24))).toMatchObject({ stamped: 0 });
      authority?.behave("ok");
      expect(await anchorHead(hours(24.1))).toMatchObject({ stamped: 0 });
      const drained = await anchorHead(hours(25)).catch((error: unknown) => error);
      // The machine's clock is not a day ahead, and the token's time is its own: a wrong clock is refused, not believed.
      expect(drained).toMatchObject({ stamped: 0 });
      expect(await anchorHead(hours(0.5))).toMatchObject({ stamped: 0 });
      await bySql(org.service(), sql`update app.audit_anchors set last_tried_at = null`);
      expect(await anchorHead(hours(0))).toMatchObject({ stamped: 2 });
      expect(await verify()).toMatchObject({ broken: null, anchors: 2, tokens: 2 });
    },
  );

  test("a line that a crash cut does not hide the others", async () => {
    const whole = readFileSync(anchorsFile(), "utf8");
    writeFileSync(anchorsFile(), `${whole}{"organisation":"${org.id}","se`);
    const read = await readAnchors({ only: org.id });
    writeFileSync(anchorsFile(), whole);
    expect(read.unreadable).toBe(1);
    expect(read.organisations.get(org.id)?.anchors.size).toBe(2);
  });

  test.skipIf(!openssl)("another token than that of the hash is found, byte by byte", async () => {
    const whole = readFileSync(anchorsFile(), "utf8");
    const line = linesOf().find(({ token }) => typeof token === "string");
    const token = Buffer.from(String(line?.token), "base64");
    const unseen: number[] = [];
    for (let at = 0; at < token.length; at += Math.ceil(token.length / 40)) {
      const changed = Buffer.from(token);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(anchorsFile(), whole.replace(String(line?.token), changed.toString("base64")));
      if ((await verify()).broken?.problem !== "token") unseen.push(at);
    }
    writeFileSync(anchorsFile(), whole);
    expect(unseen).toEqual([]);
  });

  test("an anchor cannot be changed or taken away, and people only read it", async () => {
    const admin = await org.as("admin");
    const change = (set: string) => bySql(org.service(), sql.raw(`update app.audit_anchors set ${set}`));
    await expect(change("hash = sha256('x')")).rejects.toSatisfy(refusedByPostgres);
    await expect(change("filed_at = now()")).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(org.service(), sql`delete from app.audit_anchors`)).rejects.toSatisfy(refusedByPostgres);
    expect(await bySql(admin, sql`select seq from app.audit_anchors`)).toHaveLength(2);
    expect(await bySql(await org.as("caseworker"), sql`select seq from app.audit_anchors`)).toHaveLength(0);
  });

  test("a log that was written again is found by the nightly walk, said in the log, and raised as one alert", async () => {
    expect(await checkLog(org.service())).toMatchObject({ broken: null, anchors: 2 });
    const breaker = await openLogBreaker(org.id);
    await breaker.sql`update audit.entries set action = 'organisation.made' where org_id = ${org.id} and seq = 1`;
    await rechain(breaker.sql, org.id);
    expect(await checkLog(org.service())).toMatchObject({ broken: { seq: 3, problem: "rewritten" } });
    await checkLog(org.service());
    await breaker.close();
    const details = await bySql(org.service(), sql`select detail from audit.entries where action = 'audit.broken'`);
    expect(details).toEqual([{ detail: { problem: "rewritten", seq: 3 } }]);
    const raised = await watchLog(org.service());
    expect(raised.map(({ rule }) => rule)).toContain("log_broken");
    expect(await watchLog(org.service())).toEqual([]);
    const [alert] = await bySql<{ id: string }>(
      org.service(),
      sql`select id from app.audit_alerts where rule = 'log_broken'`,
    );
    await acknowledgeAlert(await org.as("admin"), { alertId: alert?.id });
  });

  test("an organisation whose file of anchors is gone still has its chain", async () => {
    rmSync(anchorsFile());
    expect(await verify()).toMatchObject({ broken: null, anchors: 0 });
    const kept = await withTransaction(org.service(), "read only", ({ db }) =>
      db.execute(sql`select 1 from app.audit_anchors`),
    );
    expect(kept.length).toBeGreaterThan(0);
  });
});

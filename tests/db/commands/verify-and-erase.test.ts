import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { removeErased } from "@/lib/privacy/erasures/remove-erased";
import { type LogBreaker, openLogBreaker } from "../../support/break-log";
import { caseForm } from "../../support/case-form";
import { scratchFolder } from "../../support/files";
import { makeOrg, type Org, type Person } from "../../support/org";
import { asService } from "../../support/plant-everywhere";
import { runProgram, runScript } from "../../support/run-script";

let org: Org;
let supervisor: Person;
let caseId: string;
const folder = await scratchFolder();

beforeAll(async () => {
  await mkdir(folder.path, { recursive: true });
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  caseId = (await openCase(supervisor.ctx, caseForm())).id;
});
afterAll(folder.remove);

describe("npm run audit:verify", () => {
  let log: LogBreaker;
  beforeAll(async () => {
    log = await openLogBreaker(org.id);
  });
  afterAll(() => log.close());
  const verify = (...args: string[]) => runScript("verify-audit", args, { AUDIT_ANCHORS_DIR: folder.path });

  test("ends with 0 over a log that holds, and says what it walked", async () => {
    const { code, output: message } = await verify();
    expect(code).toBe(0);
    expect(message).toMatch(/\d+ entries, 0 anchors and 0 time stamps of 1 organisation: all hold\./);
  });

  test("ends with 1 and names the first entry that a superuser changed, also for a program", async () => {
    const change = (sql: LogBreaker["sql"]) =>
      sql`update audit.entries set action = 'case.viewed' where org_id = ${org.id} and seq = 2`;
    const ran = await log.whileBroken(change, () => verify("--json"));
    expect(ran.code).toBe(1);
    const found = JSON.parse(ran.output) as { holds: boolean; organisations: { broken: object }[] };
    expect(found.holds).toBe(false);
    expect(found.organisations[0]?.broken).toEqual({ orgId: org.id, seq: 2, problem: "changed" });
    expect(ran.output + ran.errorOutput).not.toMatch(/Nomvula|Admin Person/);
  });

  test("after a restore of an older backup it says that the anchors know more than the log", async () => {
    const line = { organisation: org.id, seq: 9_000, hash: "ab".repeat(32) };
    const anchors = join(folder.path, "anchors.jsonl");
    const word = "the end of the log was cut off";
    await appendFile(anchors, `${JSON.stringify(line)}\nnot a line\n`);
    const { code, output: message } = await verify();
    expect(code).toBe(1);
    expect(message).toContain(word);
    expect(message).toContain("1 line of the file of anchors cannot be read");
    // What docs/OPERATIONS.md says to do then.
    await writeFile(anchors, "");
    expect((await verify()).code).toBe(0);
  });

  test("ends with 2 when it could not look, which says nothing about the log", async () => {
    const away = { DATABASE_URL: "postgres://nobody:geheim@127.0.0.1:1/nothing" };
    const { code, output: message, errorOutput } = await runScript("verify-audit", [], away);
    expect(code).toBe(2);
    expect(message + errorOutput).not.toContain("geheim");
  });
});

describe("npm run erased", () => {
  test("prints the ledger line by line, and does again what it says to a database that has the record back", async () => {
    await asService(
      org.id,
      supervisor.memberId,
      (tx) => tx`update app.cases set closed_at = now() where id = ${caseId}`,
    );
    const second = await org.confirmed(await org.person("supervisor", "Second Example"));
    const ask = { of: "case", id: caseId, ground: "client_asked", reason: "Asked for it in writing" };
    const { id: requestId } = await askErasure(supervisor.ctx, ask);
    await decideErasure(second, { requestId, decision: "release" });
    await removeErased(org.service(), { requestId });

    const { code, output: message } = await runScript("print-erased");
    expect(code).toBe(0);
    const lines = message
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ org: org.id, of: "case", id: caseId });
    expect(message).not.toMatch(/Nomvula|Second Example|writing/);

    const list = join(folder.path, "erased.jsonl");
    await writeFile(list, message);
    const again = await runScript("print-erased", [list], { DATABASE_OWNER_URL: process.env.DATABASE_OWNER_URL ?? "" });
    expect(again).toMatchObject({
      code: 0,
      output: "1 record in the list. 0 were still there, and are erased again.\n",
    });
    await writeFile(list, `${message}{"keyId": 7}\n`);
    const broken = await runScript("print-erased", [list], {
      DATABASE_OWNER_URL: process.env.DATABASE_OWNER_URL ?? "",
    });
    expect(broken.code).toBe(2);
    expect(broken.errorOutput).toMatch(/line \d/i);
  });
});

describe("the commands around a restore say what is missing before they touch anything", () => {
  const ask = (program: string, ...args: string[]) =>
    runProgram([`bin/${program}.mjs`, ...args], {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: join(folder.path, "none"),
      BACKUP_DIR: join(folder.path, "no-backups"),
    });

  test.each([
    ["restore-verify", [], /Which secret key opens the backup/],
    ["restore-verify", ["--identity", "/nowhere.key"], /There is no file at \/nowhere\.key/],
    ["restore-verify", ["--identity", "package.json"], /There is no backup in/],
    ["restore-verify", ["--identity", "package.json", "--keys", "package.json"], /belong together/],
    ["restore-verify", ["--identity", "package.json", "--loud"], /--loud is not understood/],
    ["erased", ["--apply", "/nowhere.jsonl"], /Which list\?/],
    ["erased", [], /There is no database at/],
    ["audit-verify", [], /There is no/],
  ])("%s %j", async (program, args, words) => {
    const { code, output: message, errorOutput } = await ask(program, ...args);
    expect(code).toBe(1);
    expect(message + errorOutput).toMatch(words);
  });
});

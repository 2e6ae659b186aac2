import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { anchorsFile } from "@/lib/kernel/anchors/access";
import { anchorHead } from "@/lib/kernel/anchors/anchor-head";
import { env } from "@/lib/platform/env";
import { makeOrg, type Org } from "@/tests/support/org";
import { examineAudit, examineCopies } from "../../../../bin/support/examine-audit.mjs";

describe("what the doctor says of the log", () => {
  let org: Org;
  beforeAll(async () => {
    org = await makeOrg();
  });
  const look = async (now?: Date): Promise<string[][]> =>
    examineAudit(env().DATABASE_URL, env().SERVICE_TOKEN, env().DATA_DIR, now);
  const state = async (now?: Date) => (await look(now)).map(([what]) => what);

  test("not anchored yet is a warning at first, and is to fix after an hour", async () => {
    expect(await state()).toEqual(["warn"]);
    expect(await state(new Date(Date.now() + 70 * 60_000))).toEqual(["fail"]);
  });

  test("anchored is good, and a file that was emptied or removed is to fix", async () => {
    await anchorHead(org.service());
    expect(await state()).toEqual(["ok"]);
    const whole = readFileSync(anchorsFile(), "utf8");
    writeFileSync(anchorsFile(), "");
    expect(await look()).toEqual([["fail", expect.stringMatching(/missing/), expect.stringMatching(/audit:verify/)]]);
    rmSync(anchorsFile());
    expect(await state()).toEqual(["fail"]);
    writeFileSync(anchorsFile(), whole);
    expect(await state()).toEqual(["ok"]);
  });

  test("says when no copy leaves this machine, and by which ways one does", () => {
    expect(examineCopies({}, "/nowhere")).toEqual([["warn", expect.stringMatching(/^No copy/), expect.any(String)]]);
    const lines = examineCopies({ SMTP_URL: "smtp://x", S3_BUCKET: "b", TSA_URLS: "https://t" }, "/nowhere");
    expect(lines).toEqual([["ok", expect.stringMatching(/mail.*bucket b.*time authorities/)]]);
  });
});

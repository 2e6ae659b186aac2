import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { anchorsFile } from "@/lib/kernel/anchors/access";
import { anchorHead } from "@/lib/kernel/anchors/anchor-head";
import { examineCopies, examineLog, newestAnchors } from "@/lib/operations/installation/checks/examine-log";
import { readFactsAsJob } from "@/lib/operations/installation/queries";
import { env } from "@/lib/platform/env";
import { makeOrg, type Org } from "@/tests/support/org";

describe("what the doctor says of the log", () => {
  let org: Org;
  beforeAll(async () => {
    org = await makeOrg();
  });
  const known = { settings: process.env, dataDir: env().DATA_DIR };
  const look = async (now = new Date()) => {
    const facts = await readFactsAsJob(org.service(), newestAnchors(known).get(org.id));
    return examineLog({ ...known, now, organisations: facts ? [facts] : null });
  };
  const state = async (now?: Date) => (await look(now)).map(([what]) => what);

  test("not anchored yet is to be looked at first, and is to fix after an hour", async () => {
    expect(await state()).toEqual(["look"]);
    expect(await state(new Date(Date.now() + 70 * 60_000))).toEqual(["fix"]);
  });

  test("anchored is good, and a file that was emptied or removed is to fix", async () => {
    await anchorHead(org.service());
    expect(await state()).toEqual(["ok"]);
    const whole = readFileSync(anchorsFile(), "utf8");
    writeFileSync(anchorsFile(), "");
    expect(await look()).toEqual([
      ["fix", expect.stringMatching(/missing/), expect.stringMatching(/audit:verify/), anchorsFile()],
    ]);
    rmSync(anchorsFile());
    expect(await state()).toEqual(["fix"]);
    writeFileSync(anchorsFile(), whole);
    expect(await state()).toEqual(["ok"]);
  });

  test("says when no copy leaves this machine, and by which ways one does", () => {
    const dataDir = "/nowhere";
    expect(examineCopies({ settings: {}, dataDir })).toEqual([
      ["missing", expect.stringMatching(/^No copy/), expect.any(String)],
    ]);
    const settings = { SMTP_URL: "smtp://x", S3_BUCKET: "b", TSA_URLS: "https://t" };
    const lines = examineCopies({ settings, dataDir }).map(([state, what]) => `${state}: ${what}`);
    expect(lines).toEqual([
      expect.stringMatching(/^ok: .*by mail/),
      expect.stringMatching(/^ok: .*bucket/),
      expect.stringMatching(/^ok: .*time authorities/),
    ]);
  });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkWords, stateWords } from "@/lib/operations/installation/labels";
import { lookAround } from "@/lib/operations/installation/look-around";
import { proveMail } from "@/lib/operations/installation/prove-mail";
import { runChecks } from "@/lib/operations/installation/run-checks";
import { checkKeys } from "@/lib/operations/installation/types";
import { env } from "@/lib/platform/env";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantTestCode } from "@/tests/support/plant-test-code";
import { fromSource, scripts } from "../../../../bin/support/scripts.mjs";

let org: Org;
let admin: Person;
const folder = mkdtempSync(join(tmpdir(), "crossdocket-checks-"));
beforeAll(async () => {
  org = await makeOrg("First Steps Trust");
  admin = await org.person("admin", "Second Administrator");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the page", () => {
  test("shows every check once, with people counted (two, whose tests need no passkey) and since when each is so", async () => {
    const first = await lookAround(await org.as("admin"));
    expect(first.map(({ key }) => key)).toEqual([...checkKeys]);
    const people = first.find(({ key }) => key === "administrators");
    expect(people?.findings.map(([state]) => state)).toEqual(["missing", "ok"]);
    const again = await lookAround(await org.as("admin"));
    expect(again.every(({ since }) => since !== null)).toBe(true);
    expect(readFileSync(join(env().DATA_DIR, "checks.json"), "utf8")).not.toContain("First Steps");
  });
});

test("the doctor prints the same checks in the same words as the page", async () => {
  await proveMail(admin.ctx, { code: await plantTestCode(org, admin) });
  const settings = {
    ...process.env,
    SMTP_URL: "smtp://mail.invalid",
    MAIL_FROM: "cases@first.example",
    DATA_DIR: folder,
  };
  const output = execFileSync(process.execPath, [...fromSource, scripts["print-checks"]], {
    env: { ...settings, DATABASE_URL: env().DATABASE_URL, SERVICE_TOKEN: env().SERVICE_TOKEN.toString("base64") },
    encoding: "utf8",
  });
  const world = {
    settings,
    dataDir: folder,
    demo: false,
    now: new Date(),
    keyGiven: false,
    databaseUrl: env().DATABASE_URL,
    organisations: null,
  };
  const shown = await runChecks(world);
  for (const key of checkKeys) expect(output).toContain(`\n${checkWords[key]}\n`);
  const ofOrganisations = ["organisation", "administrators", "log", "signature", "mail"];
  for (const { findings } of shown.filter(({ key }) => !ofOrganisations.includes(key)))
    for (const [state, what, advice] of findings) {
      expect(output).toContain(`${stateWords[state]}: ${what}`);
      if (advice) expect(output).toContain(advice);
    }
  expect(output).toContain("First Steps Trust");
  expect(output).toMatch(/A test mail arrived on/);
});

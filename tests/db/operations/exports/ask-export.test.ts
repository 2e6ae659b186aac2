import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { storeSecret } from "@/lib/casework/references/commands/store-secret";
import { askExport } from "@/lib/operations/exports/ask-export";
import { listExports } from "@/lib/operations/exports/queries";
import { caseForm } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { askFor, unpackExport, why } from "@/tests/support/plant-export";
import { chromiumArgs, findChromium } from "../../../support/chromium.mjs";

const pin = "PlainPin-993311-Kokerboom";
const bytes = Buffer.from("30/12/2021, 10:00 - Sam: a message\n");

let org: Org;
let supervisor: Person;
let caseId: string;
let folder: string;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", "Thembi Example");
  const form = caseForm();
  ({ id: caseId } = await openCase(supervisor.ctx, form));
  await addExhibit(supervisor.ctx, caseId, bytes, { fileName: "chat <b>.txt" });
  const number = { caseId, kind: "stopncii", raw: "c-48210", receivedVia: "portal" };
  const { id: referenceId } = await recordReference(supervisor.ctx, number);
  await storeSecret(supervisor.ctx, { referenceId, label: "PIN", secret: pin });
  folder = await unpackExport(org, supervisor, await askFor(org, supervisor, caseId));
});

const all = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(folder, name)).isFile());
const read = (name: string) => readFileSync(join(folder, name));

describe("the complete folder of a case", () => {
  test("has every file with its digest, originals byte for byte, and JSON that parses", () => {
    const manifest = JSON.parse(read("manifest.json").toString()) as { files: { name: string; sha256: string }[] };
    const listed = manifest.files.map(({ name }) => name);
    expect(all().toSorted()).toEqual([...listed, "manifest.json", "SHA256SUMS"].toSorted());
    for (const { name, sha256 } of manifest.files) {
      expect(createHash("sha256").update(read(name)).digest("hex"), name).toBe(sha256);
    }
    execFileSync("sha256sum", ["-c", "--quiet", "SHA256SUMS"], { cwd: folder });
    expect(read("originals/E-01.txt").equals(bytes)).toBe(true);
    for (const name of all().filter((value) => value.endsWith(".json"))) JSON.parse(read(name).toString());
    const schema = JSON.parse(read("schema.json").toString()) as {
      $defs: Record<string, { items: { properties: object } }>;
    };
    for (const [kind, { items }] of Object.entries(schema.$defs)) {
      const rows = JSON.parse(read(`data/${kind}.json`).toString()) as object[];
      for (const row of rows) for (const key of Object.keys(row)) expect(Object.keys(items.properties)).toContain(key);
    }
  });

  test("says what was sealed, and no secret, no id and no key of ours", () => {
    const text = all()
      .map((name) => read(name).toString("latin1"))
      .join("\n");
    for (const word of ["Nomvula Dlamini", "I know your street", "@night.owl.example", "c-48210", "library books"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toContain(pin);
    expect(text).not.toContain(caseId);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/i);
    expect(text).not.toMatch(/v1\.[\w-]{16}\.[\w-]{22,}/);
    expect(text).not.toMatch(/keyId|fileId|"token"|wrapped|orgId/);
    const custody = JSON.parse(read("data/custody_events.json").toString()) as Record<string, string>[];
    expect(custody[0]).toMatchObject({ exhibitId: "E-01", hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(custody[0]?.previous).toMatch(/^[0-9a-f]{64}$/);
    const audit = JSON.parse(read("data/audit.json").toString()) as { action: string; by: string }[];
    expect(audit.find(({ action }) => action === "case.opened")?.by).toMatch(/^S-\d+$/);
  });

  test.skipIf(!findChromium())("is read from the disk, without network and script", () => {
    const html = read("index.html").toString();
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3)/);
    const dump = execFileSync(
      findChromium() ?? "",
      [
        ...chromiumArgs,
        "--headless",
        "--dump-dom",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        `file://${folder}/index.html`,
      ],
      { stdio: ["ignore", "pipe", "ignore"], timeout: 30_000 },
    ).toString();
    expect(dump).toContain("I know your street");
    expect(dump).toContain("originals/E-01.txt");
  });

  test("wants a supervisor of the organisation, a fresh proof and a reason", async () => {
    const asked = { caseId, reason: why };
    await expect(askExport(await org.as("caseworker"), asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(askExport(supervisor.ctx, asked)).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    const ctx = await org.confirmed(supervisor);
    await expect(askExport(ctx, { ...asked, reason: "x" })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
    const other = await makeOrg();
    await expect(askExport(await other.confirmed("supervisor"), asked)).rejects.toMatchObject({ code: "not_found" });
    expect(await listExports(ctx, caseId)).toHaveLength(1);
    const [view] = await listExports(ctx, caseId);
    expect(view).toMatchObject({ state: "ready", reason: why, cases: 1, done: 1 });
    expect(await org.auditOf(view?.id ?? "")).toEqual(["export.asked", "export.built", "export.downloaded"]);
  });
});

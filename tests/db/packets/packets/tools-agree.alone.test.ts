import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { beginAssembly } from "@/lib/packets/packets/building/begin-assembly";
import { buildParts } from "@/lib/packets/packets/building/build-parts";
import { openFolderStore } from "@/lib/packets/packets/building/open-folder-store";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import type { Manifest } from "@/lib/packets/packets/parts/manifest";
import { getPacket } from "@/lib/packets/packets/queries";
import { readFolder } from "@/lib/packets/packets/read-folder";
import { checkSignedFile } from "@/lib/platform/cms/check-signed-file";
import { readTrusted } from "@/lib/platform/tsa/path";
import { reasonsFor } from "@/tests/support/built-packet";
import { openCaseShapes } from "@/tests/support/case-shapes";
import { draft, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { filesBelow } from "@/tests/support/files";
import { keptParts, onePart, type StoredPart } from "@/tests/support/kept-parts";
import { lookAtPictures } from "@/tests/support/look-at-pictures";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf, qpdfComplaints, runPdfsig } from "@/tests/support/pdf";
import { sha256 } from "@/tests/support/sample-parts";
import { setAuthorities } from "@/tests/support/stamps";
import type { TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";
import { hashesOfSigned, scanOf, unsignedHash } from "@/tests/support/unsigned";
import { sendFiles } from "@/tests/support/uploaded-packet";
import { unzip, wordsOfDocx } from "@/tests/support/zip";
import { hasCaseShapes } from "../../../support/case-shapes-place.mjs";
import { chromiumArgs, findChromium } from "../../../support/chromium.mjs";

const names = ["photo.jpg", "screenshot.png", "letter.pdf", "note.txt", "message.eml"];
const program = findChromium();

let org: Org;
let worker: Person;
let authority: TimeAuthority | null = null;
let id: string;
let folder: string;
let parts: StoredPart[];
let manifest: Manifest;
let pages: string[];

/** The approved dossier: built for approval, approved, and built again by the job. `folders` are two more builds of it. */
const folders = ["one", "two"] as const;

beforeAll(async () => {
  if (hasTool("openssl")) [authority = null] = await setAuthorities("Packet Time");
  org = await makeOrg();
  worker = await org.person("caseworker");
  folder = mkdtempSync(join(tmpdir(), "tools-agree-"));
  const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
  const files = names.map((name) => ({
    name,
    bytes: readFileSync(join("tests/fixtures/files", name)),
    about: { description: `What ${name} shows` },
  }));
  await sendFiles(org, worker, { caseId, files });
  ({ id } = await draftPacket(worker.ctx, { caseId, ...draft }));
  await assemblePacket(org.service(), { packetId: id });
  await lookAtPictures(worker.ctx, id);
  await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: await reasonsFor(worker, id) });
  // One moment for all three: that an original was read again, and when, is part of what a packet says.
  const job = org.service();
  await buildTwice(job);
  await assemblePacket(job, { packetId: id });
  expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "approved", progress: { error: null } });
  parts = await keptParts(org.service(), id);
  manifest = JSON.parse(bytesOf("manifest").toString());
  pages = await flatPagesOf(bytesOf("served"));
  for (const { name, bytes } of parts) writeFileSync(join(folder, name), bytes);
}, 400_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await authority?.close();
});

async function buildTwice(ctx: Ctx): Promise<void> {
  const begun = await beginAssembly(ctx, { packetId: id });
  if (!begun) throw new Error("The packet does not wait.");
  const originals = await openFiles(ctx, begun.keyId);
  for (const name of folders) {
    const store = openFolderStore(join(folder, name));
    await buildParts(ctx, { begun, originals, store, note: async () => undefined });
  }
}

const bytesOf = (part: string): Buffer => onePart(parts, part).bytes;
const pathOf = (part: string): string => join(folder, onePart(parts, part).name);
const without = (tool: string) => `(skipped without ${tool})`;
const pdfs = ["served", "annex"] as const;

describe("an approved dossier, as tools that know nothing of it see it", () => {
  test.skipIf(!hasTool("qpdf"))(`qpdf finds both PDFs clean ${without("qpdf")}`, () => {
    for (const part of pdfs) expect([part, qpdfComplaints(bytesOf(part))]).toEqual([part, []]);
  });

  test.skipIf(!hasTool("pdfsig"))(
    `pdfsig calls both signatures valid, over the whole file ${without("pdfsig")}`,
    () => {
      for (const part of pdfs) {
        const message = runPdfsig(pathOf(part));
        expect(message).toContain("Signature Validation: Signature is Valid.");
        expect(message).toContain("Total document signed");
        expect(message).toContain("ETSI.CAdES.detached");
      }
    },
  );

  test.skipIf(!hasTool("pdfsig"))("bytes that were added after the signing are seen by pdfsig and by us", async () => {
    for (const part of pdfs) {
      const path = join(folder, "longer.pdf");
      writeFileSync(path, Buffer.concat([bytesOf(part), Buffer.from("% one more remark\n")]));
      const message = runPdfsig(path);
      expect(message).not.toContain("Total document signed");
      expect(message).toContain("Not total document signed");
      expect(await checkSignedFile(path)).toMatchObject({ holds: false, problems: ["added"] });
      const turned = Buffer.from(bytesOf(part));
      turned[4000] = (turned[4000] ?? 0) ^ 1;
      writeFileSync(path, turned);
      expect(runPdfsig(path)).toMatch(/Digest Mismatch/);
      expect((await checkSignedFile(path)).holds).toBe(false);
      rmSync(path);
    }
  });

  test.skipIf(!hasTool("openssl"))("our own check believes the signature and its time stamp", async () => {
    if (!authority) throw new Error("no authority");
    const trusted = readTrusted(readFileSync(authority.caFile, "utf8"));
    const { fingerprint = "" } = manifest.signer ?? {};
    for (const part of pdfs)
      expect(await checkSignedFile(pathOf(part), { trusted, fingerprint })).toMatchObject({
        holds: true,
        stamp: "held",
      });
    expect(manifest.signer).toMatchObject({ timeStamped: true });
  });

  test("every page says which it is of how many, and every exhibit is labelled where the list says", () => {
    expect(pages).toHaveLength(manifest.counts.pages);
    for (const [i, page] of pages.entries()) expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
    expect(manifest.exhibits.map(({ code }) => code)).toEqual(names.map((_, i) => `E-0${i + 1}`));
    for (const { code, firstPage, pages: count } of manifest.exhibits) {
      const mine = pages.slice((firstPage ?? 0) - 1, (firstPage ?? 0) - 1 + count);
      const text = mine.join(" ");
      expect(text).toMatch(new RegExp(`${code} .{1,200} Shows `));
      // Words have no pictures: their head names the exhibit.
      expect(text).toMatch(new RegExp(`${code} · page 1 of |Exhibit ${code}: words of|none could be made`));
    }
  });

  test("no secret is in the served part or beside it; all of them are in the annex", async () => {
    const annex = (await flatPagesOf(bytesOf("annex"))).join("\n");
    const raw = parts.filter(({ part }) => part !== "annex").map(({ part, bytes }) => [part, bytes] as const);
    const docx = [...unzip(bytesOf("request")).values()].join("\n");
    for (const secret of Object.values(secrets)) {
      expect(annex).toContain(secret);
      expect(pages.filter((page) => page.includes(secret))).toEqual([]);
      expect(docx.includes(secret)).toBe(false);
      for (const [part, bytes] of raw) expect([part, bytes.includes(secret)]).toEqual([part, false]);
    }
  });

  test.skipIf(!hasTool("pdfimages"))(
    `pdfimages finds the photograph as a JPEG of its own size ${without("pdfimages")}`,
    () => {
      const lines = execFileSync("pdfimages", ["-list", pathOf("served")], { encoding: "utf8" })
        .split("\n")
        .slice(2);
      const seen = lines.map((line) => line.trim().split(/\s+/));
      const jpegs = seen.flatMap((line) => (line[8] === "jpeg" ? [line.slice(3, 5).join(" x ")] : []));
      // The others are the pages of the letter, as the sandbox drew them.
      expect(jpegs).toEqual(["160 x 120", ...jpegs.slice(1).map(() => "1240 x 1754")]);
      execFileSync("pdfimages", ["-all", "-j", pathOf("served"), join(folder, "image")]);
      const printed = readFileSync(
        join(folder, `image-${String(seen.findIndex((line) => line[3] === "160")).padStart(3, "0")}.jpg`),
      );
      expect(scanOf(printed)).toEqual(scanOf(readFileSync("tests/fixtures/files/photo.jpg")));
    },
  );
});

describe("the manifest", () => {
  test("is what the published schema says", () => {
    const schema = JSON.parse(readFileSync("docs/manifest.schema.json", "utf8"));
    const validate = new Ajv2020({ strict: true, allErrors: true, validateFormats: false }).compile(schema);
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
  });

  test("has the hashes of the stored parts, of every page, and of the originals inside", () => {
    const listed = manifest.parts.map(({ part }) => part).sort();
    expect(listed.join(" ")).toBe("annex case_uco request served verifier");
    for (const { part, name, bytes, sha256: hash } of manifest.parts) {
      const stored = onePart(parts, part);
      expect([part, stored.name, stored.bytes.length, stored.sha256, sha256(stored.bytes)]).toEqual([
        part,
        name,
        bytes,
        hash,
        hash,
      ]);
    }
    const served = bytesOf("served");
    expect(manifest.pages).toHaveLength(pages.length);
    for (const { from, to, sha256: hash } of manifest.pages) expect(sha256(served.subarray(from, to))).toBe(hash);
  });

  test("counts what page 1 counts", () => {
    expect(pages[0]).toContain(`; ${manifest.counts.pages} pages`);
    expect(manifest.counts.exhibits).toBe(5);
  });

  test.skipIf(!hasTool("openssl"))("openssl verifies its signature, and refuses it over anything else", () => {
    const verify = (content: string) =>
      spawnSync("openssl", [
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-noverify",
        "-in",
        pathOf("manifest_signature"),
        "-content",
        content,
        "-out",
        join(folder, "verified"),
      ]).status;
    expect(verify(pathOf("manifest"))).toBe(0);
    writeFileSync(join(folder, "changed.json"), `${bytesOf("manifest")} `);
    expect(verify(join(folder, "changed.json"))).not.toBe(0);
  });
});

describe("what travels beside the PDF", () => {
  test.skipIf(!hasCaseShapes)(
    "the shapes of CASE 1.4.0 have nothing to say (skipped where they are absent)",
    async () => {
      const shapes = openCaseShapes();
      const bundle = JSON.parse(bytesOf("case_uco").toString());
      expect(await shapes.complaints(bundle)).toEqual([]);
      expect(await shapes.strangers(bundle)).toEqual([]);
      const hashes = JSON.stringify(bundle);
      for (const { originals } of manifest.exhibits) expect(hashes).toContain(originals[0]?.sha256);
    },
  );

  test("the letter of request opens, tells the acts in their words, and has none of our codes", () => {
    const text = wordsOfDocx(bytesOf("request"));
    expect(text).toContain("Request for assistance in a criminal matter");
    expect(text).not.toMatch(/\b[IEAQR]-\d+\b/);
  });

  test.skipIf(!program)(
    "verify.html passes the folder as it is handed out (skipped without Chromium)",
    async () => {
      const handed = join(folder, "handed");
      for await (const { name, open } of readFolder(worker.ctx, { packetId: id, withAnnex: false })) {
        mkdirSync(join(handed, name, ".."), { recursive: true });
        writeFileSync(join(handed, name), Buffer.from(await new Response(await open()).arrayBuffer()));
      }
      const browser = await chromium.launch({ ...(program ? { executablePath: program } : {}), args: chromiumArgs });
      try {
        const page = await browser.newPage();
        await page.goto(pathToFileURL(join(handed, "verify.html")).href);
        await page.locator("#folder").setInputFiles(handed);
        await page.locator("#result").waitFor();
        expect(await page.locator("#verdict h2").textContent()).toBe("Everything matches. Ask whether it still stands");
        const shown = (await page.locator("#fingerprint").textContent()) ?? "";
        expect(shown.replaceAll(" ", "")).toBe(manifest.signer?.fingerprint);
      } finally {
        await browser.close();
      }
    },
    60_000,
  );
});

describe("the same snapshot", () => {
  test("gives the same bytes, whoever asks for it and where it goes, but for the signatures", async () => {
    const [one, two] = folders.map((name) => join(folder, name));
    const files = await filesBelow(one ?? "");
    expect(files).toEqual(parts.map(({ name }) => name).sort());
    expect(await filesBelow(two ?? "")).toEqual(files);
    const signed = signedHashes();
    const unsigned = (part: string, bytes: Buffer) => unsignedHash(part, bytes, signed);
    for (const { name, part } of parts) {
      const [first, second] = [one, two].map((at) => unsigned(part, readFileSync(join(at ?? "", name))));
      expect([name, first]).toEqual([name, second]);
    }
    const stored = parts.filter(({ part }) => part === "served" || part === "annex" || part === "verifier");
    for (const { name, part, bytes } of stored)
      expect([name, unsigned(part, bytes)]).toEqual([name, unsigned(part, readFileSync(join(one ?? "", name)))]);
  });
});

/** Hashes of what holds a signature, in both builds. */
function signedHashes(): Set<string> {
  const builds = folders.map((name) => (part: string) => readFileSync(join(folder, name, onePart(parts, part).name)));
  return new Set(builds.flatMap(hashesOfSigned));
}

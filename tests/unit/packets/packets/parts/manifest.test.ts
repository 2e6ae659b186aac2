import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/manifest.schema.json/route";
import { canonicalJson } from "@/lib/packets/packets/parts/canonical-json";
import type { Manifest } from "@/lib/packets/packets/parts/manifest";
import { manifestJsonSchema } from "@/lib/packets/packets/parts/manifest-json-schema";
import { manifestOf } from "@/lib/packets/packets/parts/manifest-of";
import { flatPagesOf } from "@/tests/support/pdf";
import { type BuiltSample, builtSample, sampleFacts, sha256 } from "@/tests/support/sample-parts";

const published = JSON.parse(readFileSync("docs/manifest.schema.json", "utf8"));
// Dates carry a pattern beside their format, so the formats need no second library.
const validate = new Ajv2020({ strict: true, allErrors: true, validateFormats: false }).compile(published);

let built: BuiltSample;
let manifest: Manifest;
beforeAll(async () => {
  built = await builtSample();
  manifest = manifestOf(sampleFacts(built));
});

describe("the manifest", () => {
  test("is what the published schema says, and its bytes repeat", () => {
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
    expect(canonicalJson(manifestOf(sampleFacts(built)))).toBe(canonicalJson(manifest));
    expect(canonicalJson(manifest)).toMatch(/^\{\n {2}"counts": \{\n {4}"exhibits": 10,/);
  });

  test("counts what the brief prints", async () => {
    const [first, second] = await flatPagesOf(built.pdf);
    expect(manifest.counts).toEqual({ exhibits: 10, pages: built.written.pages });
    expect(first).toContain(`; ${manifest.counts.pages} pages`);
    expect(second).toContain("eight messages or posts");
    expect(manifest.exhibits).toHaveLength(manifest.counts.exhibits);
  });

  test("gives each exhibit its pages, one after the other; two may share one", () => {
    const [first, ...rest] = manifest.exhibits;
    expect(first?.code).toBe("E-01");
    expect(first?.pages).toBeGreaterThan(0);
    for (const [i, one] of rest.entries()) {
      const before = manifest.exhibits[i];
      const ends = (before?.firstPage ?? 0) + (before?.pages ?? 0) - 1;
      expect([ends, ends + 1]).toContain(one.firstPage);
    }
    const chronology = built.written.outline.find(({ anchor }) => anchor === "chronology")?.page ?? 0;
    const last = manifest.exhibits.at(-1);
    expect((last?.firstPage ?? 0) + (last?.pages ?? 0)).toBe(chronology);
  });

  test("says where each original is, and names the masked copy of the sealed one", () => {
    const ways = Object.fromEntries(manifest.exhibits.map((exhibit) => [exhibit.code, exhibit.originals[0]?.travels]));
    expect(ways).toMatchObject({ "E-01": "inside", "E-07": "sealed", "E-10": "inside" });
    const sealed = manifest.exhibits.find((exhibit) => exhibit.code === "E-07");
    expect(sealed?.maskedCopies).toMatchObject([{ no: 2, sha256: sha256("masked"), travels: "beside" }]);
    expect(sealed?.originals[0]?.travelsAs).toBeNull();
  });

  test("gives stretches of bytes that hash to what it says", () => {
    expect(manifest.pages).toHaveLength(manifest.counts.pages);
    for (const { from, to, sha256: hash } of manifest.pages) expect(sha256(built.pdf.subarray(from, to))).toBe(hash);
  });

  test("counts the preflight, the override beside the fail", () => {
    const results = built.snapshot.preflight?.results ?? [];
    const { preflight } = manifest;
    expect((preflight?.pass ?? 0) + (preflight?.fail ?? 0) + (preflight?.notApplicable ?? 0)).toBe(results.length);
    expect(preflight?.overridden).toBe(1);
  });
});

describe("the schema", () => {
  test("in docs is the one that the type gives", () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(manifestJsonSchema())));
    expect(published.$id).toMatch(/^urn:/);
  });

  test("is given to whoever asks, without an account", async () => {
    const answer = GET();
    expect(answer.headers.get("content-type")).toContain("application/schema+json");
    expect(await answer.json()).toEqual(published);
  });

  const broken: [string, (manifest: Manifest) => unknown][] = [
    [
      "a hash in capitals",
      (item) => ({ ...item, parts: item.parts.map((part) => ({ ...part, sha256: "A".repeat(64) })) }),
    ],
    ["a hash that is cut", (item) => ({ ...item, pages: item.pages.map((page) => ({ ...page, sha256: "ab" })) })],
    ["an instant without a zone", (item) => ({ ...item, packet: { ...item.packet, builtAt: "2026-11-24T09:40:00" } })],
    ["an unknown kind", (item) => ({ ...item, packet: { ...item.packet, kind: "letter" } })],
    ["no counts", ({ counts, ...rest }) => rest],
    ["a field that nobody knows", (item) => ({ ...item, client: "a name" })],
    ["a negative size", (item) => ({ ...item, parts: item.parts.map((part) => ({ ...part, bytes: -1 })) })],
    [
      "a way to travel that is none",
      (item) => ({
        ...item,
        exhibits: item.exhibits.map((exhibit) => ({
          ...exhibit,
          originals: exhibit.originals.map((file) => ({ ...file, travels: "by post" })),
        })),
      }),
    ],
  ];
  test.each(broken)("refuses %s", (_, breakIt) => {
    expect(validate(breakIt(manifest))).toBe(false);
  });
});

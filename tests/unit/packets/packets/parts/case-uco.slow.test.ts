import { beforeAll, describe, expect, test } from "vitest";
import { type CaseBundle, caseUcoOf } from "@/lib/packets/packets/parts/case-uco";
import { openCaseShapes, quadsOf } from "@/tests/support/case-shapes";
import { hasCaseShapes } from "@/tests/support/case-shapes-place.mjs";
import { partOf } from "@/tests/support/sample-parts";
import { bareSnapshot, sampleSnapshot } from "@/tests/support/sample-snapshot";

const parts = [
  partOf("served", "CD-2026-0147-v2.pdf", Buffer.from("pdf"), 52),
  partOf("annex", "annex.pdf", Buffer.from("a"), 5),
];
const bundleOf = () => caseUcoOf(sampleSnapshot(), { parts });

const observable = "https://ontology.unifiedcyberontology.org/uco/observable/";

describe("the bundle", () => {
  test("repeats, and keeps the id of an exhibit over versions", () => {
    expect(JSON.stringify(bundleOf())).toBe(JSON.stringify(bundleOf()));
    const { packet } = sampleSnapshot();
    const next = caseUcoOf(sampleSnapshot({ packet: { ...packet, version: 3 } }), { parts });
    expect(next["@id"]).not.toBe(bundleOf()["@id"]);
    expect(idOfExhibit(next, "E-03")).toBe(idOfExhibit(bundleOf(), "E-03"));
    expect(idOfExhibit(bundleOf(), "E-03")).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/);
  });

  test("has a file with its hash for every file of the exhibits, and a record for each exhibit", async () => {
    const snapshot = sampleSnapshot();
    const quads = await quadsOf(bundleOf());
    const hashes = quads.filter((quad) => quad.predicate.value.endsWith("/hashValue")).map((quad) => quad.object.value);
    const wanted = snapshot.exhibits.flatMap((exhibit) => exhibit.files.map((file) => file.sha256));
    expect(hashes).toEqual(expect.arrayContaining(wanted));
    const records = quads.filter((quad) => quad.predicate.value.endsWith("/exhibitNumber"));
    expect(records.map((quad) => quad.object.value).sort()).toEqual(snapshot.exhibits.map((exhibit) => exhibit.code));
  });

  test("gives every account its identifier and every message its sender", async () => {
    const quads = await quadsOf(bundleOf());
    const of = (name: string) => quads.filter((quad) => quad.predicate.value === `${observable}${name}`);
    const { accounts, incidents } = sampleSnapshot();
    expect(of("accountIdentifier")).toHaveLength(accounts.filter((account) => account.platformId).length);
    expect(of("messageText")).toHaveLength(incidents.filter((incident) => incident.words).length);
    expect(of("from").length).toBeGreaterThan(0);
  });

  test("names everything by a UUID: no node is blank", async () => {
    const subjects = (await quadsOf(bundleOf())).map((quad) => quad.subject);
    expect(
      subjects.filter((subject) => subject.termType !== "NamedNode" || !/[0-9a-f]{12}$/.test(subject.value)),
    ).toEqual([]);
  });

  test("points at nothing that is not in it", async () => {
    const quads = await quadsOf(bundleOf());
    const described = new Set(quads.map((quad) => quad.subject.value));
    const loose = quads.filter(
      (quad) => quad.object.value.startsWith("urn:uuid:") && !described.has(quad.object.value),
    );
    expect(loose.map((quad) => quad.predicate.value)).toEqual([]);
  });
});

describe.skipIf(!hasCaseShapes)("the shapes of CASE 1.4.0 (skipped where they are absent: CASE_SHAPES)", () => {
  let shapes: ReturnType<typeof openCaseShapes>;
  beforeAll(() => {
    shapes = openCaseShapes();
  });

  test("have nothing to say about the bundle", async () => {
    expect(await shapes.complaints(bundleOf())).toEqual([]);
    expect(await shapes.strangers(bundleOf())).toEqual([]);
  });

  test("nor about that of a case on its first day", async () => {
    expect(await shapes.complaints(caseUcoOf(bareSnapshot(), { parts: [] }))).toEqual([]);
  });

  const planted: [string, (text: string) => string, RegExp][] = [
    ["a hash that is text", (text) => text.replace('"xsd:hexBinary"', '"xsd:string"'), /hashValue/],
    [
      "a size that is text",
      (text) => text.replace(/"observable:sizeInBytes":(\d+)/, '"observable:sizeInBytes":"$1"'),
      /sizeInBytes/,
    ],
    ["a time that is none", (text) => text.replace('"2026-11-24T09:40:00Z"', '"yesterday"'), /dateTime|Time/],
    [
      "a facet of the wrong class",
      (text) => text.replace('"observable:AccountFacet"', '"types:Hash"'),
      /hasFacet|hash/,
    ],
    ["a relation without an end", (text) => text.replace(/"core:target":\{[^}]*\},/, ""), /target/],
  ];
  test("bite: what was planted is refused, each for its own reason", async () => {
    const changed = planted.reduce((text, [what, plant]) => {
      const after = plant(text);
      expect(after, what).not.toBe(text);
      return after;
    }, JSON.stringify(bundleOf()));
    const complaints = (await shapes.complaints(JSON.parse(changed))).join("\n");
    for (const [what, , about] of planted) expect(complaints, what).toMatch(about);
  });

  test("and a name that the ontology does not know is seen", async () => {
    const changed = JSON.stringify(bundleOf()).replaceAll("observable:fileName", "observable:nameOfFile");
    expect(await shapes.strangers(JSON.parse(changed))).toEqual([`${observable}nameOfFile`]);
  });
});

function idOfExhibit(bundle: CaseBundle, code: string): string | undefined {
  const objects = bundle["core:object"] as { "@id": string; "investigation:exhibitNumber"?: string }[];
  return objects.find((candidate) => candidate["investigation:exhibitNumber"] === code)?.["@id"];
}

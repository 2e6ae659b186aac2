import { expect, test } from "vitest";
import { digestsMatch, fileNameIn, signatureStanding } from "@/lib/evidence/archives/rules";
import { isSavedPage, misnamedAs } from "@/lib/evidence/exhibits/rules";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import type { WaczFacts, WaczSignature } from "@/lib/platform/sandbox/types";

const look = (kind: ExhibitLook["kind"], mime: string): ExhibitLook => ({
  kind,
  mime,
  width: null,
  height: null,
  pages: null,
  problem: null,
});

test("pictures are drawn of saved pages and archives, and of nothing else", () => {
  for (const mime of ["text/html", "application/zip", "application/wacz", "application/warc"])
    expect(isSavedPage(look("text", mime))).toBe(true);
  expect(isSavedPage(look("eml", "multipart/related"))).toBe(true);
  for (const [kind, mime] of [
    ["eml", "message/rfc822"],
    ["text", "text/plain"],
    ["other", "text/html"],
    ["other", "application/zip"],
  ] as const)
    expect(isSavedPage(look(kind, mime))).toBe(false);
  expect(isSavedPage(null)).toBe(false);
});

test("a WACZ is not called misnamed, whichever of its two endings it has", () => {
  expect(misnamedAs("post.wacz", look("text", "application/wacz"))).toBeNull();
  expect(misnamedAs("post.zip", look("text", "application/wacz"))).toBeNull();
  expect(misnamedAs("post.jpg", look("text", "application/wacz"))).toBe("Named .jpg, but it is a web archive");
});

test("the name of a file taken out is its last part, on every system", () => {
  expect(["a/b/c.txt", "..\\..\\x.exe", "/", "plain"].map(fileNameIn)).toEqual(["c.txt", "x.exe", "/", "plain"]);
});

const facts: WaczFacts = {
  title: null,
  software: null,
  created: null,
  version: null,
  listed: 2,
  same: 2,
  differ: [],
  missing: [],
  unlisted: [],
  manifest: "same",
  signature: null,
};

test("digests match only when every file is listed and the same, and the list has its own digest", () => {
  expect(digestsMatch(facts)).toBe(true);
  for (const change of [
    { same: 1 },
    { listed: 0, same: 0 },
    { unlisted: ["x"] },
    { manifest: "differs" },
    { manifest: "not_given" },
  ] satisfies Partial<WaczFacts>[])
    expect(digestsMatch({ ...facts, ...change })).toBe(false);
});

test("a signature counts only over the list of this archive", () => {
  const signature = { holds: "valid", ofManifest: true } as WaczSignature;
  expect(signatureStanding(facts)).toBe("none");
  expect(signatureStanding({ ...facts, signature })).toBe("valid");
  expect(signatureStanding({ ...facts, signature: { ...signature, ofManifest: false } })).toBe("invalid");
  expect(signatureStanding({ ...facts, signature: { ...signature, holds: "unreadable" } })).toBe("invalid");
});

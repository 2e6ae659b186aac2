import { describe, expect, test } from "vitest";
import { AnnounceExhibit, CaptureDetails } from "@/lib/evidence/exhibits/input";

const id = "0198f000-0000-7000-8000-000000000001";
const least = { description: "Threat by message", method: "screenshot", howObtained: "received_by_client" };

function complaints(raw: object): Record<string, string> {
  const parsed = CaptureDetails.safeParse({ ...least, ...raw });
  return Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]));
}

describe("capture details", () => {
  test("the least that is taken", () => {
    expect(CaptureDetails.parse({ ...least, sourceUrl: " ", accountId: "", capturedAt: "" })).toMatchObject({
      ...least,
      sourceUrl: undefined,
      accountId: undefined,
      capturedAt: undefined,
      incidentIds: [],
    });
  });

  test("a wall clock and its zone become an instant", () => {
    const read = CaptureDetails.parse({
      ...least,
      capturedAt: "2026-11-21T08:20",
      capturedZone: "Africa/Johannesburg",
    });
    expect(read.capturedAt?.toISOString()).toBe("2026-11-21T06:20:00.000Z");
    expect(read.capturedZone).toBe("Africa/Johannesburg");
  });

  test.each([
    "https://x.example/a?b=c#d",
    "android-app://org.example/p",
    "javascript:alert(1)",
    "tg://resolve?domain=a",
  ])("the address %s is kept as it is", (sourceUrl) =>
    expect(CaptureDetails.parse({ ...least, sourceUrl }).sourceUrl).toBe(sourceUrl),
  );

  test("what a certificate asks for, as a form sends it", () => {
    const typed = {
      clockOffset: " -40 ",
      timeSource: "network_time",
      visibility: "",
      sensitivity: "",
      language: "isiZulu",
    };
    expect(CaptureDetails.parse({ ...least, ...typed })).toMatchObject({
      clockOffset: -40,
      timeSource: "network_time",
      visibility: undefined,
      sensitivity: "ordinary",
      language: "isiZulu",
    });
  });

  test("what was read is read again the same: details wait sealed until the bytes are there", () => {
    const once = CaptureDetails.parse({
      ...least,
      clockOffset: "3",
      timeSource: "device_clock",
      sensitivity: "intimate",
    });
    expect(CaptureDetails.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });

  test.each([[id], [[id, id]]])("incidents %j", (incidentIds) => {
    expect(CaptureDetails.parse({ ...least, incidentIds }).incidentIds).toEqual([id]);
  });

  test.each([
    ["description", { description: "  " }],
    ["description", { description: "x".repeat(301) }],
    ["description", { description: undefined }],
    ["sourceUrl", { sourceUrl: "x.example/post" }],
    ["permalink", { permalink: "x.example/post" }],
    ["clockOffset", { clockOffset: "1.5" }],
    ["clockOffset", { clockOffset: "200000" }],
    ["timeSource", { timeSource: "sundial" }],
    ["visibility", { visibility: "all" }],
    ["sensitivity", { sensitivity: "mild" }],
    ["device", { device: "phone\u0000" }],
    ["sourceUrl", { sourceUrl: "https://x.example/a b" }],
    ["sourceUrl", { sourceUrl: `https://x.example/${"a".repeat(2048)}` }],
    ["accountId", { accountId: "@quiet.harbour" }],
    ["capturedZone", { capturedAt: "2026-11-21T08:20" }],
    ["capturedZone", { capturedAt: "2026-11-21T08:20", capturedZone: "SAST" }],
    ["capturedAt", { capturedAt: "2026-03-08T02:30", capturedZone: "America/New_York" }],
    ["method", { method: "hacking" }],
    ["howObtained", { howObtained: "" }],
    ["words", { words: "x".repeat(4001) }],
  ])("%s is named when it is bad: %j", (field, raw) => {
    expect(Object.keys(complaints(raw))).toContain(field);
    expect(complaints(raw)[field]).toMatch(/^\p{Lu}.+\.$/u);
  });
});

describe("announcing a file", () => {
  const announced = { ...least, caseId: id, fileName: "a.png", size: "0" };

  test("a file of no bytes is taken", () => expect(AnnounceExhibit.parse(announced).size).toBe(0));

  test.each([
    ["size", { size: "536870913" }],
    ["size", { size: "-1" }],
    ["size", { size: "many" }],
    ["fileName", { fileName: "" }],
    ["caseId", { caseId: "142" }],
    ["sha256", { sha256: "A".repeat(64) }],
  ])("%s is named when it is bad: %j", (field, raw) => {
    const { error } = AnnounceExhibit.safeParse({ ...announced, ...raw });
    expect(error?.issues.map((issue) => issue.path.join("."))).toContain(field);
  });
});

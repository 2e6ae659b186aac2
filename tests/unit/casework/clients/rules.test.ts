import { describe, expect, test } from "vitest";
import { notAgreedYet } from "@/lib/casework/clients/labels";
import { clientCode, reasonsByOwner, safeContactLine, safeContactReview } from "@/lib/casework/clients/rules";
import { houseLaw } from "@/lib/law/jurisdictions/rules";

test("a client code is drawn by lot and carries no vowel, so it spells nothing", () => {
  for (let lot = 0; lot < 256; lot += 1) {
    expect(clientCode(27, Uint8Array.of(lot, 255 - lot))).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{2}-27$/);
  }
});

test("a whole name must sound alike in more than one part", () => {
  const hit = { ownerId: "a", field: "name", match: "sound" as const, part: 0 };
  expect(reasonsByOwner([hit], 2).size).toBe(0);
  expect(reasonsByOwner([hit, hit], 2).size).toBe(0);
  expect(reasonsByOwner([hit, { ...hit, part: 1 }], 2).get("a")).toEqual(["sounds_alike"]);
  expect(reasonsByOwner([hit], 1).get("a")).toEqual(["sounds_alike"]);
  expect(reasonsByOwner([hit, { ...hit, field: "phone", match: "exact", part: null }], 2).get("a")).toEqual(["phone"]);
});

test("the banner says never once, and voicemail even when nobody wrote it down", () => {
  const contact = {
    channel: "Text only",
    hours: "weekdays 09:00 to 15:00",
    zone: "Africa/Johannesburg",
    voicemail: false,
    deviceSeenBy: "nobody",
    codeWord: null,
    never: ["No calls.", "No voicemail"],
    subjectLine: "books",
  };
  expect(safeContactLine(contact, "SAST")).toEqual({
    how: "Text only, weekdays 09:00 to 15:00 SAST",
    never: "No calls. No voicemail.",
    more: "",
  });
});

test("hours that nobody agreed yet have no zone", () => {
  const open = { ...notAgreedYet, zone: "Africa/Johannesburg", never: [], voicemail: true, codeWord: null };
  expect(safeContactLine(open, "SAST").how).toBe("Not agreed yet: ask the owner of the case first");
  expect(safeContactLine({ ...open, channel: "Text only" }, "SAST").how).toBe("Text only, hours not agreed yet");
});

describe("how often safe contact is reviewed", () => {
  const of = (over: Partial<Parameters<typeof safeContactReview>[1][number]>) => ({
    risk: "standard" as const,
    inDanger: false,
    closedAt: null,
    ...over,
  });
  const at = (...cases: Parameters<typeof safeContactReview>[1]) => safeContactReview("2026-11-20", cases, houseLaw);

  test("as the clock of the case says: sooner the higher the risk, by the worst of the open cases", () => {
    expect(at(of({}))).toEqual({ every: "every 30 days", dueOn: "2026-12-20" });
    expect(at(of({}), of({ risk: "elevated" }))).toEqual({
      every: "every 14 days (elevated risk)",
      dueOn: "2026-12-04",
    });
    expect(at(of({ inDanger: true }))).toEqual({ every: "every 7 days (high risk or danger)", dueOn: "2026-11-27" });
    expect(at(of({}), of({ risk: "high", closedAt: new Date() }))?.every).toBe("every 30 days");
  });

  test("before the first review it has no day", () => {
    expect(safeContactReview(null, [of({ risk: "high" })], houseLaw)).toMatchObject({ dueOn: null });
  });
});

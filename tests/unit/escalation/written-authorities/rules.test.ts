import { describe, expect, test } from "vitest";
import { authorityState, checkGiver, checkTerm, processesOf } from "@/lib/escalation/written-authorities/rules";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";

const paper = { signedOn: "2026-11-10", expiresOn: "2026-11-20" as string | null, revokedAt: null as Date | null };

describe("authorityState", () => {
  test("counts from the day it was signed to its last day", () => {
    const on = (day: string) => authorityState(paper, day);
    expect([on("2026-11-09"), on("2026-11-10"), on("2026-11-20"), on("2026-11-21")]).toEqual([
      "not_yet",
      "in_force",
      "in_force",
      "expired",
    ]);
  });

  test("without a last day it counts until it is revoked", () => {
    expect(authorityState({ ...paper, expiresOn: null }, "2036-01-01")).toBe("in_force");
    expect(authorityState({ ...paper, expiresOn: null, revokedAt: new Date() }, "2026-11-12")).toBe("revoked");
  });
});

describe("what is refused", () => {
  test("a day to come, an end before the start, an end that is past", () => {
    const field = (signed: string, end: string | null) => {
      try {
        checkTerm(signed, end, "2026-11-24");
        return null;
      } catch (error) {
        return Object.keys((error as { fields: object }).fields)[0];
      }
    };
    expect(field("2026-11-25", null)).toBe("signedOn");
    expect(field("2026-11-24", "2026-11-24")).toBe("expiresOn");
    expect(field("2026-11-01", "2026-11-23")).toBe("expiresOn");
    expect(field("2026-11-24", null)).toBeNull();
    expect(field("2026-11-01", "2026-11-24")).toBeNull();
  });

  test("a guardian for an adult", () => {
    expect(() => checkGiver("guardian", false)).toThrow("Only for a client under 18");
    expect(() => checkGiver("guardian", true)).not.toThrow();
    expect(() => checkGiver("client", false)).not.toThrow();
  });
});

test("a case is offered the processes of its two countries and those of none", () => {
  const [playbook] = newestPlaybooks();
  if (!playbook) throw new Error("A playbook is needed.");
  const one = (jurisdiction: string) => ({ key: `p${jurisdiction}`, jurisdiction, title: "", why: "", sources: [] });
  const all = [one(playbook.home.code), one(playbook.there.code), one("XX"), one("")];
  expect(processesOf(all, playbook).map((process) => process.jurisdiction)).toEqual([
    playbook.home.code,
    playbook.there.code,
    "",
  ]);
});

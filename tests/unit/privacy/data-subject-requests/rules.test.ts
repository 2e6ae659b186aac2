import { describe, expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { answerDraft, dueDay, isOpen, mayYieldFolder } from "@/lib/privacy/data-subject-requests/rules";
import { askers, rightKinds } from "@/lib/privacy/data-subject-requests/types";

const moment = { today: "2026-01-06", now: new Date("2026-01-06T08:00:00Z"), zone: "Africa/Johannesburg" };
const asked = { receivedOn: "2026-01-05", dueOn: null };

describe("the day of a request", () => {
  test("is the law's for access, a person's where one was chosen, and nobody's otherwise", () => {
    expect(dueDay({ kind: "access", ...asked }, moment, houseLaw)).toEqual({ dueOn: "2026-02-04", dueBy: "law" });
    expect(dueDay({ kind: "access", ...asked, dueOn: "2026-01-20" }, moment, houseLaw)).toEqual({
      dueOn: "2026-01-20",
      dueBy: "hand",
    });
    for (const kind of rightKinds.filter((rightKind) => rightKind !== "access")) {
      expect(dueDay({ kind, ...asked }, moment, houseLaw), kind).toBeNull();
    }
  });

  test("is gone with a rule that an administrator switched off", () => {
    const clocks = houseLaw.clocks.map((rule) => (rule.code === "T-PAIA" ? { ...rule, enabled: false } : rule));
    expect(dueDay({ kind: "access", ...asked }, moment, { ...houseLaw, clocks })).toBeNull();
  });
});

describe("the letter", () => {
  const letter = (over: object) =>
    answerDraft({
      kind: "access",
      fromWhom: "client",
      state: "refused",
      confirms: false,
      receivedOn: "2026-01-05",
      ...over,
    });

  test("is word for word the same for everybody, unless a supervisor lets it say more", () => {
    const neutral = letter({});
    for (const fromWhom of askers) {
      for (const kind of rightKinds) {
        for (const state of ["refused", "decided"] as const) expect(letter({ fromWhom, kind, state })).toBe(neutral);
      }
    }
    expect(letter({ state: "decided", confirms: true })).not.toBe(neutral);
    expect(neutral).not.toMatch(/your case|your file|client/i);
  });

  test("names no number but the day on which the request came", () => {
    for (const kind of rightKinds) {
      for (const [state, confirms] of [
        ["decided", true],
        ["refused", true],
        ["refused", false],
      ] as const) {
        const [came, ...rest] = letter({ kind, state, confirms }).split("\n\n");
        expect(came).toContain("5 Jan 2026");
        expect(rest.length).toBeGreaterThan(0);
        expect(rest.join(" ")).not.toMatch(/\d/);
      }
    }
  });

  test("never says more to whoever a case is about and asks what is kept", () => {
    expect(letter({ fromWhom: "subject", confirms: true })).toBe(letter({}));
  });
});

test("a folder comes of one thing alone: a client who asks for access", () => {
  const yes = askers.flatMap((who) =>
    rightKinds.filter((kind) => mayYieldFolder(kind, who)).map((kind) => [who, kind]),
  );
  expect(yes).toEqual([["client", "access"]]);
});

test("a refusal is open until it was answered", () => {
  expect(isOpen({ state: "refused", answeredOn: null })).toBe(true);
  expect(isOpen({ state: "refused", answeredOn: "2026-01-10" })).toBe(false);
  expect(isOpen({ state: "withdrawn", answeredOn: null })).toBe(false);
});

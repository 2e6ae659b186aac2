import { describe, expect, test } from "vitest";
import { stepUpRefusal } from "@/lib/kernel/access/require-step-up";
import {
  asksForProof,
  foundBy,
  isRight,
  type Knock,
  type Knocker,
  opensGuarded,
  promisedAt,
  promisedBehind,
  states,
} from "@/tests/bench/support/matrix-cells";

const at = (route: string, more: Partial<Knock> = {}): Knock => ({
  route,
  method: "GET",
  path: route,
  state: "open",
  missing: false,
  ...more,
});
const who = (role: Knocker["role"], relation: Knocker["relation"], named = false): Knocker => ({
  name: role,
  role,
  relation,
  named,
});
const member = who("caseworker", "works on it");
const file = "/api/handovers/[handoverId]/file";

describe("what an answer says of the wall", () => {
  test.each([
    [200, "", "in"],
    [307, "/cases/1", "in"],
    [307, "/sign-in", "sign in"],
    [303, "http://localhost:3000/sign-in/code", "prove"],
    [307, "/enrol", "prove"],
    [307, "/cover", "cover"],
    [401, "", "sign in"],
    [403, "", "out"],
    [404, "", "out"],
    [409, "", "kept"],
    [500, "", "broken"],
    [503, "", "busy"],
  ])("%i %s is %s", (status, to, found) => {
    expect(foundBy(status, to)).toBe(found);
  });
});

describe("what is promised", () => {
  test("a page of a case is shown to who works on it, and is nowhere for everybody else", () => {
    const page = at("/cases/[caseId]");
    expect(promisedAt(page, "case.read", member)).toBe("shown");
    for (const other of [
      who("caseworker", "same organisation"),
      who("supervisor", "is denied it"),
      who("supervisor", "other organisation"),
      who("admin", "same organisation"),
      who("liaison", "same organisation", true),
    ])
      expect(promisedAt(page, "case.read", other), other.role).toBe("out");
  });

  test("who covers sees an open case and no closed one; an address without a record leads nowhere", () => {
    const cover = who("caseworker", "covers for its owner");
    expect(promisedAt(at("/cases/[caseId]"), "case.read", cover)).toBe("shown");
    expect(promisedAt(at("/cases/[caseId]", { state: "closed" }), "case.read", cover)).toBe("out");
    expect(promisedAt(at("/cases/[caseId]", { missing: true }), "case.read", member)).toBe("out");
  });

  test("a file that was handed over opens for the officer who is named, and for nobody when it is held or revoked", () => {
    const named = who("liaison", "same organisation", true);
    const other = who("liaison", "same organisation");
    expect(promisedAt(at(file), "handover.read", named)).toBe("shown");
    for (const state of ["restricted", "stopped", "revoked"] as const)
      expect(promisedAt(at(file, { state }), "handover.read", named), state).toBe("no file");
    for (const state of states) expect(promisedAt(at(file, { state }), "handover.read", other)).toBe("out");
  });

  test("behind a lesser session nothing opens, and being let in is wrong", () => {
    expect(promisedBehind("case.read")).toBe("closed");
    for (const found of ["in", "kept", "out", "broken", "busy"] as const) expect(isRight("closed", found)).toBe(false);
    expect(isRight("any", "broken")).toBe(false);
  });

  test("a passkey that waits opens what any proof does and no more; every refusal of a proof is known by its words", () => {
    expect(opensGuarded("a passkey that waits", "any")).toBe(true);
    expect(opensGuarded("a passkey that waits", "best")).toBe(false);
    expect(opensGuarded("a screen that is hidden", "any")).toBe(false);
    for (const act of ["packet.approve", "client.reveal", "annex.give"] as const)
      expect(asksForProof(stepUpRefusal(act).message)).toBe(true);
    expect(asksForProof("Some answers need correcting.")).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import { isCovered, outcomeOf } from "@/lib/integrations/case-sendings/rules";

describe("a case sent to another system", () => {
  test.for([
    ["spoken", "open", true],
    ["written", "accepted", true],
    ["guardian", "open", true],
    ["none", "open", false],
    ["spoken", "declined", false],
    ["spoken", "ended", false],
    ["written", "withdrawn", false],
  ] as const)("with consent %s to a referral that is %s: %s", ([consent, state, is]) => {
    expect(isCovered({ consent, state })).toBe(is);
  });

  test.for([
    [null, "waiting"],
    [503, "waiting"],
    [429, "waiting"],
    [200, "sent"],
    [204, "sent"],
    [409, "sent"],
    [302, "refused"],
    [401, "refused"],
    [422, "refused"],
  ] as const)("answered %s: %s", ([status, state]) => {
    expect(outcomeOf(status)).toBe(state);
  });
});

import { describe, expect, test } from "vitest";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { stepsFor } from "@/lib/packets/packets/drafting/steps";
import { formFieldOf, packetKinds } from "@/lib/packets/packets/labels";

describe("the field of a draft that corrects a line", () => {
  test.each([
    ["case.stage", "stage"],
    ["case.screen", "screened"],
    ["request.secrecy", "secrecy"],
    ["request.range", "asks"],
    ["exhibit.minor", "minors"],
    ["packet.exhibits", "exhibits"],
    ["ncb.action", "ncbAsk.action"],
    ["emergency.whyNow", "emergency.whyNow"],
    ["case.danger", "emergency"],
  ])("%s is corrected at %s", (field, name) => expect(formFieldOf(field)).toBe(name));

  test.each(["reference.CAS", "exhibit.capture", "release.items", "packet.approved_by", "law.in_force"])(
    "%s is corrected in the case",
    (field) => expect(formFieldOf(field)).toBeNull(),
  );
});

test("each pair has a step of the ladder for each kind of packet", () => {
  for (const playbook of newestPlaybooks()) {
    for (const { key } of Object.values(packetKinds)) {
      expect(stepsFor(key, playbook).length, `${playbook.pair} ${key}`).toBeGreaterThan(0);
    }
  }
});

test("the step of a request names who applies first and who sends last, both officials at home", () => {
  for (const playbook of newestPlaybooks()) {
    const [step] = stepsFor("mla_dossier", playbook);
    expect(step?.side, playbook.pair).toBe("home");
    expect(step?.agencies.length, playbook.pair).toBe(2);
  }
});

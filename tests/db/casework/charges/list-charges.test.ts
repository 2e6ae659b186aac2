import { describe, expect, test } from "vitest";
import { answerElements } from "@/lib/casework/charges/answer-elements";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { countChargeGaps, listCharges, listChargeWarnings } from "@/lib/casework/charges/queries";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { incident, openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

const act = (when: string, over: Record<string, unknown> = {}) => ({ ...incident, when, ...over });
/** For what is old after 90 days. */
const daysAgo = (days: number) => `${addDays(civilDate(new Date(), "UTC"), -days)}T10:00`;
const told = (when: string) => act(when, { kind: "event", nature: "told_to_stop", knowledge: "told_to_stop" });

describe("what is missing", () => {
  test("knowledge, a course of conduct and the year rule are read from the case as it grows", async () => {
    const ctx = await (await makeOrg()).as("caseworker");
    const incidents = [act("2026-10-10T10:00"), told("2026-10-11T10:00"), act("2026-10-12T10:00")];
    const { id: caseId } = await openSample(ctx, { incidents });
    const threat = await nameCharge(ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-875c" });
    await nameCharge(ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-2261a2" });
    const known = await listIncidents(ctx, caseId);
    const [early, late] = known.filter((incident) => incident.kind === "act").map((incident) => incident.id);
    const state = async (number: number, words: string) => {
      const charge = (await listCharges(ctx, caseId)).find((candidate) => candidate.number === number);
      return charge?.pairing?.lines.find((line) => line.need.includes(words));
    };
    // From the whole record, before anything is linked.
    expect(await state(1, "reckless")).toMatchObject({ state: "met", by: ["C-1"], words: "C-1: told to stop." });
    const link = (chargeId: string, ...incidentIds: (string | undefined)[]) =>
      answerElements(ctx, { caseId, chargeId, answers: [{ side: "home", key: "discloses", incidents: incidentIds }] });
    await link(threat.id, early);
    expect(await state(1, "more than one year")).toMatchObject({ state: "met" });
    expect(await state(2, "course of conduct")).toMatchObject({ state: "gap" });
    const second = (await listCharges(ctx, caseId))[1]?.id ?? "";
    await link(second, early, late);
    expect(await state(2, "course of conduct")).toMatchObject({ state: "met", by: ["I-1", "I-2"] });
    expect(await countChargeGaps(ctx, caseId)).toBe(
      (await listCharges(ctx, caseId)).reduce((n, charge) => n + charge.gaps, 0),
    );
    expect(await countChargeGaps(ctx, caseId)).toBeGreaterThan(0);
  });

  test("acts from before the law are named as not carried, and old ones without preservation are warned about", async () => {
    const ctx = await (await makeOrg()).as("caseworker");
    const incidents = [
      act("2025-05-18T10:00", { nature: "intimate_image" }),
      act(daysAgo(40), { nature: "intimate_image" }),
    ];
    const { id: caseId } = await openSample(ctx, { incidents });
    await nameCharge(ctx, { caseId, homeOffence: "za-cca-16", thereOffence: "us-223h-authentic" });
    const [charge] = await listCharges(ctx, caseId);
    expect(charge?.home.notCarried).toEqual([]);
    expect(charge?.there?.notCarried).toEqual([{ code: "I-1", day: "2025-05-18" }]);
    const warned = await listChargeWarnings(ctx, caseId);
    expect(warned.map((warning) => [warning.key, warning.by])).toEqual([
      ["before-take-it-down", ["I-1"]],
      ["old-and-not-kept", ["I-1"]],
    ]);
  });

  test("one insult is warned about as one act that is protected", async () => {
    const ctx = await (await makeOrg()).as("caseworker");
    const { id: caseId } = await openSample(ctx, { incidents: [act(daysAgo(10), { nature: "insult" })] });
    const keys = (await listChargeWarnings(ctx, caseId)).map((chargeWarning) => chargeWarning.key);
    expect(keys).toEqual(["insult-only", "single-act", "nothing-unprotected"]);
  });

  test("another organisation finds no such case", async () => {
    const { id: caseId } = await openSample(await (await makeOrg()).as("caseworker"));
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(listCharges(stranger, caseId)).rejects.toMatchObject({ code: "not_found" });
    await expect(listChargeWarnings(stranger, caseId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe.skipIf(findPlaybook("US-ZA") === null)("the other way round", () => {
  test("an offence there is named with its pair here, and what is needed is said", async () => {
    const ctx = await (await makeOrg()).as("caseworker");
    const { id: caseId } = await openSample(ctx, { pair: "US-ZA", incidents: [act("2026-10-12T10:00")] });
    await nameCharge(ctx, { caseId, homeOffence: "us-875c", thereOffence: "za-cca-15" });
    const [charge] = await listCharges(ctx, caseId);
    expect(charge).toMatchObject({ home: { key: "us-875c" }, there: { key: "za-cca-15", notCarried: [] } });
    const lines = charge?.pairing?.lines ?? [];
    // What a need says of an element is asked at the element, once.
    expect(lines.find((line) => line.need.includes("reasonable person"))).toBeUndefined();
    expect(charge?.elements.find((element) => element.text.includes("reasonable person"))).toMatchObject({ gap: true });
    expect(lines.find((line) => line.need.includes("1 December 2021"))).toMatchObject({ state: "gap" });
    const [first] = await listIncidents(ctx, caseId);
    const chargeId = charge?.id ?? "";
    await answerElements(ctx, { caseId, chargeId, answers: [{ side: "home", key: "threat", incidents: [first?.id] }] });
    const again = (await listCharges(ctx, caseId))[0]?.pairing?.lines;
    expect(again?.find((line) => line.need.includes("1 December 2021"))).toMatchObject({ state: "met", by: ["I-1"] });
    await expect(nameCharge(ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-875c" })).rejects.toMatchObject({
      code: "invalid",
      fields: { homeOffence: expect.any(String) },
    });
  });
});

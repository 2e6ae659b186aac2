import { expect, test } from "vitest";
import { type CurrentValues, nowWords, plannedChanges } from "@/app/(work)/cases/[caseId]/evidence/edit/shared-values";

const bare: CurrentValues = {
  label: "E-01",
  sourceUrl: "",
  platform: "",
  accountId: "",
  capturedAt: "",
  method: "Screenshot",
  howObtained: "It was public",
  capturedBy: "",
  device: "",
  timeSource: "",
  language: "",
  description: "A threat",
};
const three = [
  bare,
  { ...bare, label: "E-02", device: "Client's phone" },
  { ...bare, label: "E-03", device: "Old phone" },
];

test("says what several exhibits have now: one value, several, or nothing", () => {
  expect(nowWords(three, "device")).toBe("Now: several");
  expect(nowWords(three, "method")).toBe("Now: Screenshot");
  expect(nowWords(three, "capturedBy")).toBe("Now: not recorded");
});

test("what saving changes: who gets another value, and who loses one; what stays empty changes nothing", () => {
  expect(plannedChanges(three, { device: "Old phone", language: " ", platform: "" })).toEqual([
    { field: "device", value: "Old phone", changed: ["E-01", "E-02"], replaced: ["E-02"] },
  ]);
});

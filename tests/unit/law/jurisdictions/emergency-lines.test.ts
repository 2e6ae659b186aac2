import { expect, test } from "vitest";
import { emergencyLines, findPlaybook, newestPlaybooks } from "@/lib/law/jurisdictions/rules";

test("each home country's own lines are said once, and without a letter that nobody in danger can read", () => {
  const home = "South Africa: 10111 (any phone), 112 (mobile phone)";
  const other = "United States: 911 (any phone)";
  expect(emergencyLines(newestPlaybooks())).toBe(`${home}; ${other}`);
  const playbook = findPlaybook("US-ZA");
  expect(emergencyLines(playbook ? [playbook] : [])).toBe(other);
});

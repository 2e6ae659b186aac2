import { expect, test } from "vitest";
import { emergencyLines, findPlaybook, newestPlaybooks } from "@/lib/law/jurisdictions/rules";

test("each home country's own lines are said once, and what was not read in a source carries its mark", () => {
  const home = "South Africa: 10111 (any phone), 112 (mobile phone)";
  const other = "United States: 911 (any phone) [G]";
  expect(emergencyLines(newestPlaybooks())).toBe(`${home}; ${other}`);
  const playbook = findPlaybook("US-ZA");
  expect(emergencyLines(playbook ? [playbook] : [])).toBe(other);
});

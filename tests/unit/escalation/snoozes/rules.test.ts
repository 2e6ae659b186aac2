import { expect, test } from "vitest";
import { lastSnoozeDay, whyNotSnooze } from "@/lib/escalation/snoozes/rules";

const today = "2026-11-24";

test("a day of our own may be hidden for 60 days, a deadline of the law until the day before it", () => {
  expect(lastSnoozeDay({ lastSafeOn: null }, today)).toBe("2027-01-23");
  expect(lastSnoozeDay({ lastSafeOn: "2026-12-02" }, today)).toBe("2026-12-02");
  expect(lastSnoozeDay({ lastSafeOn: "2027-06-01" }, today)).toBe("2027-01-23");
});

test("danger, what has no day, and a deadline of the law that is near or over cannot be hidden", () => {
  const item = { danger: false, dueOn: "2026-11-20", lastSafeOn: null };
  expect(whyNotSnooze(item, today)).toBeNull();
  expect(whyNotSnooze({ ...item, danger: true }, today)).toMatch(/danger/);
  expect(whyNotSnooze({ ...item, dueOn: null }, today)).toMatch(/no day/);
  expect(whyNotSnooze({ ...item, dueOn: "2026-11-25", lastSafeOn: today }, today)).toMatch(/by law/);
  expect(whyNotSnooze({ ...item, dueOn: "2026-11-26", lastSafeOn: "2026-11-25" }, today)).toBeNull();
});

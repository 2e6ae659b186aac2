import { expect, test } from "vitest";
import { dueOn, emailOf, isOverdue, phoneOf } from "@/lib/client/enquiries/rules";

const writtenAt = new Date("2026-11-24T21:30:00Z");
const row = { writtenAt, state: "open", answeredAt: null };

test.each([
  ["yes", "2026-11-24", "2026-11-24T21:59:00Z", false],
  ["yes", "2026-11-24", "2026-11-24T22:01:00Z", true],
  ["unknown", "2026-11-26", "2026-11-26T21:59:00Z", false],
  ["no", "2026-11-26", "2026-11-26T22:01:00Z", true],
] as const)("in danger %s it is due on %s of the office, at %s overdue: %s", (danger, day, now, overdue) => {
  expect(dueOn({ danger, writtenAt })).toBe(day);
  expect(isOverdue({ ...row, danger }, new Date(now))).toBe(overdue);
});

test("what was answered or decided is overdue no more", () => {
  const late = new Date("2026-12-24T10:00:00Z");
  expect(isOverdue({ ...row, danger: "no", answeredAt: writtenAt }, late)).toBe(false);
  expect(isOverdue({ ...row, danger: "no", state: "referred" }, late)).toBe(false);
});

test.each([
  ["+27 82 555 0111", "+27 82 555 0111", ""],
  ["nomsa@mail.example", "", "nomsa@mail.example"],
  ["my sister's phone", "", ""],
])("of %j the phone is %j and the address %j", (contact, phone, email) => {
  expect(phoneOf({ contact })).toBe(phone);
  expect(emailOf({ contact })).toBe(email);
});

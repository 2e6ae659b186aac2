import { expect, test } from "vitest";
import { firstHash, hashEntry, textOf } from "@/lib/kernel/audit/hash-entry";

const row = {
  seq: 7,
  at: "2026-11-26T08:00:00.120000",
  memberId: null,
  role: "service",
  action: 'a "b"',
  subjectId: "01890000-0000-7000-8000-000000000001",
  caseId: null,
  detail: '{"kind": "x"}',
  session: null,
};

test("the text of an entry is written as Postgres writes it", () => {
  expect(textOf(row)).toBe(
    '[7, "2026-11-26T08:00:00.12+00:00", null, "service", "a \\"b\\"", "01890000-0000-7000-8000-000000000001", null, {"kind": "x"}]',
  );
  expect(textOf({ ...row, at: "2026-11-26T08:00:00.000000" })).toContain('"2026-11-26T08:00:00+00:00"');
});

test("an entry of a session says so behind its detail, and is another text than one without", () => {
  expect(textOf({ ...row, session: "0123456789ab" })).toBe(`${textOf(row).slice(0, -1)}, "0123456789ab"]`);
});

test("a known entry has a known hash, computed by another program", () => {
  const previous = firstHash("01890000-0000-7000-8000-000000000001");
  expect(previous.toString("hex")).toBe("e8b17657c6c8f25cb342c66362ac87001d676f36b246b3dacd5b8801883d7f2d");
  expect(hashEntry({ ...row, previous }).toString("hex")).toBe(
    "3af0295cd2cb41953bfc0961532a30b410b5cf34fade2afbeddedc128961c7e4",
  );
});

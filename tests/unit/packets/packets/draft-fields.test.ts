import { expect, test } from "vitest";
import { draftFields } from "@/lib/packets/packets/input";

const form = (fields: Record<string, string>) => {
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.append(name, value);
  return sent;
};

test("a draft of many exhibits and accounts names them by their numbers, with one answer for several accounts", () => {
  const sent = form({
    "exhibits.offered": "yes",
    "exhibits.numbers": "E-1 to E-3",
    "askgroups.0.numbers": "A1, A4",
    "askgroups.0.subscriber": "on",
    "askgroups.0.from": "2026-10-01",
    "askgroups.1.numbers": "",
    "askgroups.1.content": "on",
  });
  const before = [...sent.keys()];
  expect(structuredClone(draftFields(sent))).toEqual({
    exhibits: { offered: "yes", "E-01": "on", "E-02": "on", "E-03": "on" },
    asks: { A1: { subscriber: "on", from: "2026-10-01" }, A4: { subscriber: "on", from: "2026-10-01" } },
  });
  expect([...sent.keys()]).toEqual(before);
});

test("what is no number is said beside its field", () => {
  expect(() => draftFields(form({ "exhibits.numbers": "all of them" }))).toThrowError(
    expect.objectContaining({ code: "invalid", fields: { "exhibits.numbers": expect.stringContaining("E-3") } }),
  );
});

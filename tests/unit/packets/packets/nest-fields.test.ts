import { expect, test } from "vitest";
import { readUnfinished } from "@/lib/packets/packets/drafting/read-unfinished";
import { nestFields } from "@/lib/packets/packets/input";

test("a name of a hundred thousand dots is no field of a draft", () => {
  const form = new FormData();
  form.append(`${"a.".repeat(100_000)}a`, "x");
  form.append("what.subscriber", "Name and address");
  expect(nestFields(form)).toEqual({ what: { subscriber: "Name and address" } });
  expect(readUnfinished(nestFields(form)).what.subscriber).toBe("Name and address");
});

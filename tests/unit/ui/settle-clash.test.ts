import { expect, test } from "vitest";
import { clashField, pickPrefix, settleClash } from "@/app/_ui/settle-clash";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const clash = JSON.stringify({ by: "Ada", at: "now", version: 2, theirs: { note: ["Theirs"] } });

test("the other person's value stands where it was chosen, and what was typed is given back", () => {
  const form = formOf({ note: "Mine", [clashField]: clash, [`${pickPrefix}note`]: "theirs" });
  expect(settleClash(form).mine).toEqual({ note: ["Mine"] });
  expect([...form]).toEqual([["note", "Theirs"]]);
});

test("a field that is called as what every object has is a field like any other", () => {
  const fields = { constructor: "a", toString: "b", [clashField]: clash, [`${pickPrefix}constructor`]: "theirs" };
  const form = formOf(fields);
  expect(Object.entries(settleClash(form).mine)).toEqual([
    ["constructor", ["a"]],
    ["toString", ["b"]],
  ]);
  expect([...form]).toEqual([
    ["constructor", "a"],
    ["toString", "b"],
  ]);
});

test("a field that is called __proto__ changes no prototype", () => {
  const form = new FormData();
  form.append("__proto__", "a");
  form.append("__proto__", "b");
  expect(Object.entries(settleClash(form).mine)).toEqual([["__proto__", ["a", "b"]]]);
  expect(({} as { a?: string }).a).toBeUndefined();
});

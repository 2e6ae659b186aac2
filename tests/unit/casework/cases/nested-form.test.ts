import { describe, expect, test } from "vitest";
import { nestedForm, rowAfter, withRows } from "@/app/(work)/cases/nested-form";

function form(entries: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.append(name, value);
  return data;
}

describe("nestedForm", () => {
  test("makes objects and lists of flat names", () => {
    const sent = { "a.1.x": "two", "a.0.x": "one", "client.safe.zone": "UTC", plain: "p", "e.018f-a": "on" };
    expect(nestedForm(form(sent))).toEqual({
      a: [{ x: "one" }, { x: "two" }],
      client: { safe: { zone: "UTC" } },
      plain: "p",
      e: { "018f-a": "on" },
    });
  });

  test("leaves out what the framework adds, and names that would reach a prototype", () => {
    const made = nestedForm(form({ $ACTION_ID: "x", "__proto__.bad": "1", "a.constructor.bad": "1", "a.ok": "y" }));
    expect(made).toEqual({ a: { ok: "y" } });
    expect(({} as { bad?: string }).bad).toBeUndefined();
  });

  test("leaves out a name of a hundred thousand dots", () => {
    expect(nestedForm(form({ [`${"a.".repeat(100_000)}a`]: "x", plain: "p" }))).toEqual({ plain: "p" });
  });
});

describe("withRows", () => {
  const typed = { "accounts.0.handle": "a", "accounts.1.handle": "b", "accounts.2.handle": "c", "rows.accounts": "3" };

  test("adds a row and keeps what was typed", () => {
    expect(withRows(typed, "add accounts")).toMatchObject({ ...typed, "rows.accounts": "4" });
  });

  test("removes a row, and those after it move up", () => {
    const left = withRows(typed, "remove accounts 1");
    expect(left).toMatchObject({ "accounts.0.handle": "a", "accounts.1.handle": "c", "rows.accounts": "2" });
    expect(left).not.toHaveProperty(["accounts.2.handle"]);
  });

  test("an incident goes on naming the account that it named, and none when that was removed", () => {
    const named = { "incidents.0.account": "0", "incidents.1.account": "1", "incidents.2.account": "2" };
    expect(withRows({ ...typed, ...named, "incidents.3.account": "" }, "remove accounts 1")).toMatchObject({
      "incidents.0.account": "0",
      "incidents.1.account": "",
      "incidents.2.account": "1",
      "incidents.3.account": "",
    });
    expect(withRows({ ...typed, ...named, "rows.incidents": "3" }, "remove incidents 0")).toMatchObject({
      "incidents.0.account": "1",
      "incidents.1.account": "2",
    });
  });

  test.each([
    ["add accounts", 3, 2],
    ["remove accounts 0", 2, 0],
    ["remove accounts 2", 2, 1],
    ["add incidents", 3, null],
    ["open", 1, null],
  ])("after %j a reader goes on at the row that came or moved up", (act, count, at) => {
    expect(rowAfter(act, "accounts", count)).toBe(at);
  });

  test("is no answer to another button, and never takes the last row", () => {
    expect(withRows(typed, "open")).toBeNull();
    expect(withRows({ "accounts.0.handle": "a" }, "remove accounts 0")).toMatchObject({ "accounts.0.handle": "a" });
  });
});

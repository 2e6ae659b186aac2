import { describe, expect, test } from "vitest";
import {
  atCursor,
  type ListRules,
  readListState,
  sortedBy,
  withFilter,
  withoutFilter,
  writeListState,
} from "@/lib/platform/list-state";

const rules: ListRules = {
  sorts: ["deadline", "opened"],
  defaultSort: { key: "deadline", dir: "asc" },
  filters: { risk: ["high", "medium", "low"], q: "text", since: "date" },
};

describe("reading an address", () => {
  test("an empty address is the default list", () => {
    expect(readListState({}, rules)).toEqual({ sort: rules.defaultSort, filters: {}, cursor: undefined });
  });

  test("a day that never was, and a character that no text holds, ask nothing", () => {
    const { filters } = readListState({ since: ["2026-02-30", "0000-01-01"], q: "a\u0000b" }, rules);
    expect(filters).toEqual({ q: ["ab"] });
  });

  test("what is not on the allow-list is left out", () => {
    const state = readListState(
      { risk: ["high", "deadly"], owner: "x", sort: "password.asc", since: "1 Jan", after: "../../etc" },
      rules,
    );
    expect(state).toEqual({ sort: rules.defaultSort, filters: { risk: ["high"] }, cursor: undefined });
  });

  test("a direction that is no direction falls back to the default order", () => {
    expect(readListState({ sort: "opened.sideways" }, rules).sort).toEqual(rules.defaultSort);
  });

  test("text is trimmed and bounded, repeats are read once", () => {
    const state = readListState({ q: `  ${"x".repeat(500)}`, risk: ["low", "low"] }, rules);
    expect(state.filters.q).toEqual(["x".repeat(200)]);
    expect(state.filters.risk).toEqual(["low"]);
  });
});

describe("writing an address", () => {
  test("reading what was written gives the same list", () => {
    const state = readListState(
      {
        risk: ["high", "low"],
        q: "CAS 212/10/2026 & more",
        since: "2026-01-01",
        sort: "opened.desc",
        before: "abc_-9",
      },
      rules,
    );
    const url = new URL(writeListState("/cases", state, rules), "http://x.example");
    const params: Record<string, string[]> = {};
    for (const [name, value] of url.searchParams) params[name] = [...(params[name] ?? []), value];
    expect(readListState(params, rules)).toEqual(state);
  });

  test("the default list has the bare path", () => {
    expect(writeListState("/cases", readListState({}, rules), rules)).toBe("/cases");
  });
});

describe("changing a list", () => {
  const placed = atCursor(readListState({ risk: ["high", "low"] }, rules), "after", "mark");

  test("a new order or filter starts the list again", () => {
    expect(sortedBy(placed, "opened", "desc")).toMatchObject({
      sort: { key: "opened", dir: "desc" },
      cursor: undefined,
    });
    expect(withFilter(placed, "q", ["x"]).cursor).toBeUndefined();
  });

  test("a second press turns the order round", () => {
    expect(sortedBy(placed, "deadline").sort).toEqual({ key: "deadline", dir: "desc" });
    expect(sortedBy(sortedBy(placed, "deadline"), "deadline").sort).toEqual({ key: "deadline", dir: "asc" });
  });

  test("one value of a filter goes, the others stay; the last one takes the filter with it", () => {
    const listState = withoutFilter(placed, "risk", "high");
    expect(listState.filters).toEqual({ risk: ["low"] });
    expect(withoutFilter(listState, "risk", "low").filters).toEqual({});
  });
});

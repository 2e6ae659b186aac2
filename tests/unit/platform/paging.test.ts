import { describe, expect, test } from "vitest";
import { lastPage, pageHolding, pageOf, pageSize, readId, readPage, sliceOf, withQuery } from "@/lib/platform/paging";

describe("pages of a list", () => {
  test.each([
    ["3", 3],
    ["0", 1],
    ["-2", 1],
    ["1e3", 1],
    ["99999999", 1],
    [["2", "3"], 1],
    [undefined, 1],
  ])("the address %o asks for page %i", (asked, page) => expect(readPage(asked)).toBe(page));

  test("the last one holds the rest, and behind the end is the last one", () => {
    expect([0, 1, pageSize, pageSize + 1].map((total) => lastPage(total))).toEqual([1, 1, 1, 2]);
    expect(sliceOf(9, 120)).toEqual({ page: 3, offset: 100, limit: pageSize });
    expect(sliceOf(2, 0)).toEqual({ page: 1, offset: 0, limit: pageSize });
    expect(sliceOf(2, 45, 20)).toEqual({ page: 2, offset: 20, limit: 20 });
    expect([0, 49, 50].map(pageHolding)).toEqual([1, 1, 2]);
  });

  test("a row that is asked for by itself brings the page that it is on", () => {
    const all = Array.from({ length: 53 }, (_, n) => n);
    expect(pageOf(all, 2)).toEqual({ rows: [50, 51, 52], page: 2, total: 53 });
    expect(pageOf(all, 1, { holds: (n) => n === 52 }).page).toBe(2);
    expect(pageOf(all, 1, { holds: (n) => n === 19, size: 10 })).toMatchObject({ page: 2, rows: all.slice(10, 20) });
    expect(pageOf(all, 2, { holds: () => false }).page).toBe(2);
    expect(pageOf([], 3)).toEqual({ rows: [], page: 1, total: 0 });
  });

  test("an address keeps what is asked and leaves out what is not", () => {
    expect(withQuery("/x", { kind: "act", page: 1, edit: undefined, find: "" })).toBe("/x?kind=act");
    expect(withQuery("/x", { page: 2 })).toBe("/x?page=2");
    expect(withQuery("/x", {})).toBe("/x");
  });

  test("only an id is one", () => {
    const id = "019a0000-0000-7000-8000-000000000001";
    expect([id, "I-1", `${id}'`, [id], undefined].map(readId)).toEqual([
      id,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { isCurrent } from "@/app/_shell/nav";
import { meaningOf } from "@/app/_shell/shortcut-rules";

describe("which item is current", () => {
  test("the start page is current only on itself", () => {
    expect(isCurrent("/", "/")).toBe(true);
    expect(isCurrent("/cases", "/")).toBe(false);
  });

  test("a list is current on its own page and on the pages below it", () => {
    expect(isCurrent("/cases", "/cases")).toBe(true);
    expect(isCurrent("/cases/abc/ladder", "/cases")).toBe(true);
    expect(isCurrent("/cases-old", "/cases")).toBe(false);
  });

  test("an exact item is not current below itself", () => {
    expect(isCurrent("/cases/abc/evidence", "/cases/abc", true)).toBe(false);
    expect(isCurrent("/cases/abc", "/cases/abc", true)).toBe(true);
  });

  test("a query in the link does not count", () => {
    expect(isCurrent("/cases", "/cases?owner=me")).toBe(true);
  });
});

describe("what a key means", () => {
  const sequences = ["g w", "g c"];

  test("a sequence goes to its page, its first letter waits", () => {
    expect(meaningOf("g", undefined, sequences)).toEqual({ act: "wait" });
    expect(meaningOf("w", "g", sequences)).toEqual({ act: "go", keys: "g w" });
  });

  test("a second letter alone means nothing", () => {
    expect(meaningOf("w", undefined, sequences)).toEqual({ act: "none" });
  });

  test("find and help work at once, also after a letter that waits", () => {
    expect(meaningOf("/", "g", sequences)).toEqual({ act: "find" });
    expect(meaningOf("?", undefined, sequences)).toEqual({ act: "help" });
  });
});

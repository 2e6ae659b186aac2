import { describe, expect, test } from "vitest";
import { idOfName, isId, newId } from "@/lib/platform/ids";

describe("newId", () => {
  test("sorts later when made later, is never the same twice, and says its millisecond, version and variant", () => {
    const before = Date.now();
    const ids = Array.from({ length: 50_000 }, newId);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isId)).toBe(true);
    expect(ids.every((id) => id[14] === "7" && "89ab".includes(id[19] ?? ""))).toBe(true);
    const first = Number.parseInt((ids[0] ?? "").replaceAll("-", "").slice(0, 12), 16);
    expect(first).toBeGreaterThanOrEqual(before);
    expect(first).toBeLessThan(before + 60_000);
  });
});

describe("idOfName", () => {
  // RFC 9562, appendix A.4.
  test("gives the example of the standard", () => {
    expect(idOfName("www.example.com", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")).toBe(
      "2ed6657d-e927-568b-95e1-2665a8aea6a2",
    );
  });
});

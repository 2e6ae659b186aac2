import { describe, expect, test } from "vitest";
import { listAddress, listView, readState } from "@/app/(work)/cases/[caseId]/evidence/list-view";
import type { ExhibitView } from "@/lib/evidence/types";

const exhibit = (number: number, change: Partial<ExhibitView> = {}) =>
  ({
    ...{ id: `id-${number}`, number, sha256: String(number), flags: [], device: "Phone" },
    ...{ incidents: [{ id: "i", code: "I-1" }], ...change },
  }) as unknown as ExhibitView;

const newest = (count: number) => Array.from({ length: count }, (_, index) => exhibit(count - index));

describe("the list of exhibits", () => {
  test("counts what is to be put right, in the order of the worklist, and leaves out what is in order", () => {
    const all = [
      exhibit(4, { sha256: "1", device: null }),
      exhibit(3, { incidents: [], flags: ["needs_url", "needs_time"] }),
      exhibit(2, { flags: ["needs_time"] }),
      exhibit(1),
    ];
    const counted = listView(all, {}).lines.map(({ key, count }) => [key, count]);
    expect(counted).toEqual([
      ["needs_url", 1],
      ["needs_time", 2],
      ["no_incident", 1],
      ["no_device", 1],
      ["same_bytes", 1],
    ]);
    expect(listView(all, { needs: "needs_time" }).tiles.map((one) => one.number)).toEqual([3, 2]);
    expect(listView(all, {}).twins).toEqual(new Map([["id-4", "E-01"]]));
  });

  test("a filter that finds nothing shows all", () => {
    expect(listView(newest(3), { needs: "needs_url" })).toMatchObject({ filter: undefined, found: 3 });
  });

  test("sixty at first, sixty more on asking, and the end", () => {
    const all = newest(150);
    expect(listView(all, {})).toMatchObject({ more: 120, found: 150, tiles: { length: 60 } });
    expect(listView(all, { show: 120 })).toMatchObject({ more: 180, tiles: { length: 120 } });
    expect(listView(all, { show: 180 })).toMatchObject({ more: undefined, tiles: { length: 150 } });
    expect(listView(all, { show: 5 }).tiles).toHaveLength(60);
  });

  test("the picked one is found whatever the filter; one of another case is not", () => {
    expect(listView(newest(3), { exhibit: "id-2" }).picked?.number).toBe(2);
    expect(listView(newest(3), { exhibit: "id-9" }).picked).toBeUndefined();
  });

  test("an address is read back as it was written; nonsense is left out", () => {
    const state = { needs: "same_bytes", exhibit: "id-2", show: 120 } as const;
    const search = new URL(listAddress("c", state, "#picked"), "http://x.example").searchParams;
    expect(readState(Object.fromEntries(search))).toEqual(state);
    expect(readState({ needs: "all", exhibit: ["a", "b"], show: "-1" })).toEqual({});
  });
});

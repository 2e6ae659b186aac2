import { describe, expect, test } from "vitest";
import { listAddress, readState, worklistOf } from "@/app/(work)/cases/[caseId]/evidence/list-view";

describe("the list of exhibits", () => {
  test("says what is to be put right, in the order of the worklist, and leaves out what is in order", () => {
    const flags = { needs_url: 0, needs_account_id: 0, needs_time: 0 };
    const gaps = { with_gaps: 0, ...flags, no_incident: 0, no_device: 0, no_translation: 0 };
    const none = { ...gaps, same_bytes: 0, looks_alike: 0 };
    expect(worklistOf(none)).toEqual([]);
    const counted = worklistOf({ ...none, with_gaps: 4, same_bytes: 1, needs_url: 2, no_device: 3 });
    expect(counted.map(({ key, count }) => [key, count])).toEqual([
      ["with_gaps", 4],
      ["needs_url", 2],
      ["no_device", 3],
      ["same_bytes", 1],
    ]);
  });

  test("an address is read back as it was written; nonsense is left out", () => {
    const state = { needs: "same_bytes", exhibit: 14, page: 3 } as const;
    const search = new URL(listAddress("c", state, "#picked"), "http://x.example").searchParams;
    expect(readState(Object.fromEntries(search))).toEqual(state);
    expect(readState({ needs: "all", exhibit: ["a", "b"], page: "-1" })).toEqual({ page: 1 });
    expect(listAddress("c", { page: 1 })).toBe("/cases/c/evidence");
  });
});

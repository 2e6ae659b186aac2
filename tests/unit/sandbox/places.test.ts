import { setImmediate as tick } from "node:timers/promises";
import { expect, test } from "vitest";
import { createPlaces } from "@/lib/platform/sandbox/places";

test("no more than the places work at once, first come first served, and a failure frees its place", async () => {
  const inPlace = createPlaces(2);
  const begun: number[] = [];
  let working = 0;
  let most = 0;
  const work = (number: number) => async () => {
    begun.push(number);
    working += 1;
    most = Math.max(most, working);
    await tick();
    working -= 1;
    if (number === 1) throw new Error("failed");
    return number;
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((number) => inPlace(work(number))));
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(results.map((result) => result.status).filter((status) => status === "rejected")).toHaveLength(1);
});

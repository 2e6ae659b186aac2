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

test("who finds the queue full is told so at once, and those in it are served", async () => {
  const inPlace = createPlaces(1, { longest: 2, full: () => new Error("busy") });
  const results = await Promise.allSettled([1, 2, 3, 4].map((number) => inPlace(async () => tick(number))));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
  await expect(inPlace(async () => 5)).resolves.toBe(5);
});

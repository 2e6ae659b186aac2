import { expect, test } from "vitest";
import { forgetSaid, listenSaid, readSaid, sayAfter } from "@/app/_ui/said";

test("what an act said after its form was gone stands until the next one, and each change is told once", () => {
  let told = 0;
  const stop = listenSaid(() => {
    told += 1;
  });
  sayAfter("Step begun");
  sayAfter("Step begun");
  expect([readSaid(), told]).toEqual(["Step begun", 1]);
  forgetSaid();
  forgetSaid();
  expect([readSaid(), told]).toEqual([null, 2]);
  stop();
  sayAfter("Revoked");
  expect(told).toBe(2);
  forgetSaid();
});

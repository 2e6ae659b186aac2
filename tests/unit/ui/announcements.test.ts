import { expect, test } from "vitest";
import { announceAfter, clearAnnouncement, readAnnouncement, subscribeAnnouncement } from "@/app/_ui/announcements";

test("what an act said after its form was gone stands until the next one, and each change is told once", () => {
  let told = 0;
  const stop = subscribeAnnouncement(() => {
    told += 1;
  });
  announceAfter("Step begun");
  announceAfter("Step begun");
  expect([readAnnouncement(), told]).toEqual(["Step begun", 1]);
  clearAnnouncement();
  clearAnnouncement();
  expect([readAnnouncement(), told]).toEqual([null, 2]);
  stop();
  announceAfter("Revoked");
  expect(told).toBe(2);
  clearAnnouncement();
});

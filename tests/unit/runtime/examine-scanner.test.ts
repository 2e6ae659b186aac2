import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examineScanner } from "@/lib/operations/installation/checks/examine-scanner";
import { type FakeClamd, startFakeClamd } from "../../support/fake-clamd";

let fake: FakeClamd;
beforeAll(async () => {
  fake = await startFakeClamd();
});
afterAll(() => fake.close());

const states = async (CLAMD_ADDRESS: string | undefined, day: string) =>
  (await examineScanner({ settings: { CLAMD_ADDRESS }, now: new Date(day) })).map(([state]) => state);

describe("What the doctor says of the virus scanner", () => {
  test("none is set: it is missing and no more", async () => {
    expect(await states(undefined, "2026-11-26")).toEqual(["missing"]);
  });

  test("one that answers is asked for its version, and an old list is said", async () => {
    expect(await states(fake.address, "2026-11-26")).toEqual(["ok", "ok"]);
    expect(fake.commands).toEqual(["zPING", "zVERSION"]);
    expect(await states(fake.address, "2026-12-06")).toEqual(["ok", "look"]);
  });

  test("one that is away, or is none: to fix, because nothing can leave", async () => {
    expect(await states("/nowhere/clamd.sock", "2026-11-26")).toEqual(["fix"]);
    fake.behave("hang up at once");
    expect(await states(fake.address, "2026-11-26")).toEqual(["fix"]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askVersion, scanStream } from "@/lib/platform/clamd/ask-clamd";
import { textEntry, zipOf } from "@/tests/fixtures/hostile/parts";
import { eicar, startClamd } from "@/tests/support/clamd";
import { seededBytes } from "@/tests/support/files";
import { clamdPath } from "../../../support/clamd-place.mjs";

describe.skipIf(!clamdPath)("a real ClamAV daemon that knows the test file alone", () => {
  let daemon: Awaited<ReturnType<typeof startClamd>>;
  beforeAll(async () => {
    daemon = await startClamd();
  });
  afterAll(() => daemon?.close());

  async function* once(bytes: Uint8Array) {
    yield bytes;
  }
  const show = (bytes: Uint8Array) => scanStream(daemon.address, once(bytes));

  test("finds it by itself, inside an archive, and inside an archive in an archive", async () => {
    const virus = expect.stringMatching(/Eicar-Test-Signature/);
    const packed = zipOf([textEntry("inner.com", eicar)]);
    expect(await show(Buffer.from(eicar))).toEqual({ virus });
    expect(await show(packed)).toEqual({ virus });
    expect(await show(zipOf([{ name: "outer.zip", data: packed }, textEntry("note.txt", "nothing")]))).toEqual({
      virus,
    });
  });

  test("calls other bytes clean, also none at all", async () => {
    expect(await show(seededBytes(200_000, 3))).toEqual({ virus: null });
    expect(await show(new Uint8Array())).toEqual({ virus: null });
  });

  test("what it is too small for is not scanned, whether it stops taking it or does not look at all of it", async () => {
    for (const size of [3 * 1024 * 1024, 6 * 1024 * 1024]) {
      await expect(show(seededBytes(size, 4))).rejects.toMatchObject({
        problem: expect.stringMatching(/too_large|closed_early/),
      });
    }
  });

  test("says who it is", async () => {
    expect(await askVersion(daemon.address)).toMatch(/^ClamAV \d/);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askVersion, scanStream } from "@/lib/platform/clamd/ask-clamd";
import { type FakeClamd, type Manner, startFakeClamd } from "@/tests/support/fake-clamd";
import { seededBytes } from "@/tests/support/files";

let fake: FakeClamd;
beforeAll(async () => {
  fake = await startFakeClamd();
});
afterAll(() => fake.close());

async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const bytes = seededBytes(300_000, 1);
const show = (manner: Manner, what = bytes) => {
  fake.behave(manner);
  return scanStream(fake.address, inPieces(what), { silenceMs: 200 });
};

describe("showing bytes to a scanner", () => {
  test("every byte arrives, in order, and its words for clean and for a virus are read", async () => {
    expect(await show({ say: "stream: OK" })).toEqual({ virus: null });
    expect(fake.streams.at(-1)?.equals(bytes)).toBe(true);
    expect(await show({ say: "stream: Win.Test.EICAR_HDB-1 FOUND" })).toEqual({ virus: "Win.Test.EICAR_HDB-1" });
    expect(await show({ say: "stream: OK" }, new Uint8Array())).toEqual({ virus: null });
    expect(fake.streams.at(-1)).toHaveLength(0);
  });

  test("a name that is odd is cut down to what names are made of", async () => {
    const odd = 'stream: <b onload="x">\u0007 https://evil.example/ FOUND';
    expect((await show({ say: odd })).virus).toMatch(/^[\w.:/()+-]{1,120}$/);
  });

  test.each<[string, Manner, string]>([
    ["says nothing", "silence", "no_answer"],
    ["takes nothing in", "take nothing", "no_answer"],
    ["hangs up at once", "hang up at once", "closed_early"],
    ["hangs up in the middle", "hang up", "closed_early"],
    ["answers later than we wait", { slowly: 400, say: "stream: OK" }, "no_answer"],
    ["says garbage", { say: "HTTP/1.1 200 OK" }, "garbled"],
    ["says nearly the right words", { say: "stream: OK " }, "garbled"],
    ["calls another file clean", { say: "/etc/passwd: OK" }, "garbled"],
    ["goes on and on", { say: "x".repeat(5000) }, "garbled"],
    ["has had enough", { say: "INSTREAM size limit exceeded. ERROR" }, "too_large"],
    ["has had enough early", { early: "INSTREAM size limit exceeded. ERROR", after: 70_000 }, "too_large"],
    ["calls half of it clean", { early: "stream: OK", after: 70_000 }, "garbled"],
    ["fails", { say: "stream: Can't allocate memory ERROR" }, "scanner_error"],
    ["did not look at everything", { say: "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND" }, "too_large"],
    ["could not look inside", { say: "stream: Heuristics.Encrypted.Zip FOUND" }, "locked"],
  ])("one that %s has given no verdict", async (_what, manner, problem) => {
    await expect(show(manner, seededBytes(3_000_000, 2))).rejects.toMatchObject({ name: "ScanFailed", problem });
  });

  test("nobody there, by socket and by port", async () => {
    for (const address of ["/nowhere/clamd.sock", "127.0.0.1:1"]) {
      const attempt = scanStream(address, inPieces(bytes));
      await expect(attempt).rejects.toMatchObject({ problem: "unreachable" });
    }
  });

  test("a slow scanner is waited for while it is not silent", async () => {
    expect(await show({ slowly: 100, say: "stream: OK" })).toEqual({ virus: null });
  });

  test("a file that breaks off while it is read is no file: the scanner never learns of an end", async () => {
    fake.behave({ say: "stream: OK" });
    const before = fake.streams.length;
    async function* broken() {
      yield bytes;
      throw new Error("the disk is gone");
    }
    await expect(scanStream(fake.address, broken())).rejects.toThrow("the disk is gone");
    expect(fake.streams).toHaveLength(before);
  });

  test("by port it is the same, and the version is read", async () => {
    const other = await startFakeClamd({ port: true });
    expect(await scanStream(other.address, inPieces(bytes))).toEqual({ virus: null });
    expect(await askVersion(other.address)).toBe("ClamAV 9.9.9/12345/Wed Nov 25 09:30:12 2026");
    await other.close();
  });
});

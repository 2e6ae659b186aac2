import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { confinement } from "@/lib/platform/sandbox/confinement";
import { type ChildEnd, runChild } from "@/lib/platform/sandbox/run-child";
import { scratchFolder, webStreamOf } from "@/tests/support/files";

const script = join(import.meta.dirname, "probe.mjs");
const file = { size: 3, open: async () => webStreamOf(new Uint8Array(3)) };

async function probe(request: object, timeoutMs = 10_000): Promise<{ end: ChildEnd; said: unknown }> {
  let answer: unknown;
  const end = await runChild({
    script,
    argument: JSON.stringify(request),
    file,
    timeoutMs,
    onFrame: async ({ head }) => {
      answer = head;
    },
  });
  return { end, said: answer };
}

describe("a child that a hostile file has taken over", () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let reached = 0;
  const server = createServer(() => {
    reached += 1;
  });
  let port = 0;

  beforeEach(async () => {
    folder = await scratchFolder();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    port = typeof address === "object" && address ? address.port : 0;
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await folder.remove();
  });

  test("reads no file, no environment and no key, runs nothing, starts nothing", async () => {
    const secret = join(folder.path, "kek");
    await writeFile(secret, "a key");
    const { end, said } = await probe({ secret });
    expect(end).toBe("ended");
    expect(said).toEqual({
      passwords: "ERR_ACCESS_DENIED",
      secret: "ERR_ACCESS_DENIED",
      parentsEnvironment: "ERR_ACCESS_DENIED",
      write: "ERR_ACCESS_DENIED",
      run: "ERR_ACCESS_DENIED",
      thread: "ERR_ACCESS_DENIED",
      environment: 0,
      network: "not tried",
    });
  });

  test("reaches no network where the machine lets us take it away", async () => {
    const { said } = await probe({ secret: "x", port });
    const isConfined = (await confinement()).way !== "node";
    expect(said).toMatchObject({ network: isConfined ? "EPERM" : expect.stringMatching(/^(ENETUNREACH|connected)$/) });
    if (isConfined) expect(reached).toBe(0);
  });
});

test("this machine confines by bubblewrap, as a user of its own, when it is Linux, has it and we are root", async () => {
  const has = process.platform === "linux" && existsSync("/usr/bin/bwrap") && process.getuid?.() === 0;
  if (has) expect(await confinement()).toEqual({ way: "bubblewrap", ownUser: true, limits: true, why: [] });
  else expect(["bubblewrap", "landlock", "node"]).toContain((await confinement()).way);
});

describe("a child that misbehaves ends alone", () => {
  test.each([
    ["javascript memory", "stopped"],
    ["noise", "stopped"],
    ["silence", "took_too_long"],
    ["processor", "took_too_long"],
  ])("%s", async (wish, expected) => {
    const before = process.memoryUsage().rss;
    // Two would go on for ever; the others end well before their time is over, or it would be said of them too.
    const slow = expected === "took_too_long";
    expect((await probe({ wish }, slow ? 1500 : 60_000)).end).toBe(expected);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test("buffer memory: it is stopped before it holds 1.2 GB", async () => {
    const { end, said } = await probe({ wish: "buffer memory" }, 60_000);
    expect(end).toBe("stopped");
    expect((said as { held: number }).held).toBeGreaterThan(0);
    expect((said as { held: number }).held).toBeLessThan(1_200_000_000);
  });

  test("a file that cannot be read is our fault, not the file's", async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("disk")) });
    const run = runChild({
      script,
      argument: JSON.stringify({ wish: "silence" }),
      file: { size: 3, open: async () => broken },
      timeoutMs: 5000,
      onFrame: async () => undefined,
    });
    await expect(run).rejects.toThrow("disk");
  });
});

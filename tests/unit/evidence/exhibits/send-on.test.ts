import { describe, expect, test } from "vitest";
import { SendError } from "@/app/(work)/cases/[caseId]/evidence/send-file";
import { type Line, sendOn } from "@/app/(work)/cases/[caseId]/evidence/send-on";

const receipt = { exhibitId: "e", label: "E-01", sha256: "0", size: 100, sentSha256: "0" };
const broken = new SendError(0, "The connection was lost.");

/** A server that holds what it got; each try of `tries` is how many bytes get through, or what it answers. */
function line(tries: (number | SendError)[]) {
  const seen = { waits: [] as number[], from: [] as number[], asked: 0, waiting: 0 };
  let held = 0;
  const parts: Line = {
    ask: async () => {
      seen.asked += 1;
      return { held, size: 100, receipt: null };
    },
    put: async (offset) => {
      seen.from.push(offset);
      const next = tries.shift() ?? 100;
      if (next instanceof SendError) throw next;
      held = Math.min(100, held + next);
      if (held < 100) throw broken;
      return receipt;
    },
    wait: async (ms) => void seen.waits.push(ms),
    onHeld: () => undefined,
    onWaiting: () => {
      seen.waiting += 1;
    },
  };
  return { parts, seen };
}

const { signal } = new AbortController();

describe("sendOn", () => {
  test("a line that holds is used once, without asking", async () => {
    const { parts, seen } = line([100]);
    expect(await sendOn(parts, true, signal)).toBe(receipt);
    expect(seen).toEqual({ waits: [], from: [0], asked: 0, waiting: 0 });
  });

  test("after a cut it asks what is held and goes on from there", async () => {
    const { parts, seen } = line([40, 30, 30]);
    expect(await sendOn(parts, true, signal)).toBe(receipt);
    expect(seen.from).toEqual([0, 40, 70]);
  });

  test("it waits longer each time and gives up after ten tries without headway", async () => {
    const { parts, seen } = line(Array.from({ length: 20 }, () => broken));
    await expect(sendOn(parts, true, signal)).rejects.toBe(broken);
    expect(seen.from).toHaveLength(11);
    expect(seen.waits).toEqual([...seen.waits].sort((a, b) => a - b));
    expect(seen.waits).toHaveLength(10);
  });

  test("headway gives all tries back", async () => {
    const lost = Array.from({ length: 9 }, () => broken);
    const { parts } = line([...lost, 10, ...lost, 10, ...lost, 80]);
    expect(await sendOn(parts, true, signal)).toBe(receipt);
  });

  test.each([401, 403, 404, 413, 422, 507])("a refusal with %i is not tried again", async (status) => {
    const refusal = new SendError(status, "No.");
    const { parts, seen } = line([refusal]);
    await expect(sendOn(parts, true, signal)).rejects.toBe(refusal);
    expect(seen.waiting).toBe(0);
  });

  test.each([400, 408, 409, 429, 500, 502, 503])("an answer of %i is tried again", async (status) => {
    const { parts } = line([new SendError(status, "Later."), 100]);
    expect(await sendOn(parts, true, signal)).toBe(receipt);
  });

  test("a receipt that was missed is found by asking", async () => {
    const { parts, seen } = line([]);
    expect(await sendOn({ ...parts, ask: async () => ({ held: 100, size: 100, receipt }) }, false, signal)).toBe(
      receipt,
    );
    expect(seen.from).toEqual([]);
  });

  test("a person who stops it ends the waiting", async () => {
    const stop = new AbortController();
    const { parts } = line([broken]);
    const waiting = { ...parts, wait: async () => stop.abort(new Error("stopped")) };
    await expect(sendOn(waiting, true, stop.signal)).rejects.toThrow("stopped");
  });
});

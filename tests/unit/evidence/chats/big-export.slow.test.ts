import { expect, test } from "vitest";
import { makeBigExport } from "@/tests/support/big-export";
import { readChat } from "@/tests/support/chat-file";

test("an export of 100,000 messages comes in frames of at most a thousand, all of them, in order", async () => {
  let largest = 0;
  let last = 0;
  const { problem, unreadable } = await readChat(makeBigExport(100_000), {
    onMessages: async (some) => {
      largest = Math.max(largest, some.length);
      if (some.some(({ seq }, at) => seq !== last + at + 1)) throw new Error("out of order");
      last += some.length;
    },
  });
  expect({ problem, unreadable, last, largest }).toEqual({
    problem: null,
    unreadable: 0,
    last: 100_000,
    largest: 1000,
  });
});

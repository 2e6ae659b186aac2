import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { readChatFile } from "@/lib/platform/sandbox/chat-answer";
import { makeBigExport } from "../support/big-export";
import { webStreamOf } from "../support/files";
import { type Measurement, millisecondsOf, quantile, round, sizeOf } from "./harness";

const count = sizeOf(100_000, 50);
const rounds = sizeOf(5, 1);

/** A chat of 100,000 messages read in the confined child, beside only splitting the same bytes into lines. */
export async function bench(): Promise<Measurement[]> {
  const bytes = makeBigExport(count);
  const times = { ours: [] as number[], floor: [] as number[] };
  const before = process.memoryUsage().rss;
  let peak = before;
  for (let turn = 0; turn < rounds; turn += 1) {
    times.floor.push(await millisecondsOf(() => linesOf(bytes)));
    times.ours.push(await millisecondsOf(() => read(bytes, () => (peak = Math.max(peak, process.memoryUsage().rss)))));
  }
  const ours = quantile(times.ours, 0.5) / 1000;
  const floor = quantile(times.floor, 0.5) / 1000;
  const memory = (peak - before) / 1e6;
  return [
    {
      name: "read a chat export of 100,000 messages",
      n: rounds,
      unit: "s",
      ours: round(ours),
      floor: round(floor),
      ratio: round(ours / floor),
      note: `${Math.round(count / ours)} messages a second; floor: the same bytes split into lines`,
    },
    {
      name: "read a chat export, memory of the parent above start",
      n: rounds,
      unit: "MB",
      ours: round(memory),
      floor: null,
      ratio: null,
      note: "",
    },
  ];
}

async function read(bytes: Uint8Array, onBatch: () => void): Promise<void> {
  let found = 0;
  const file = { size: bytes.byteLength, open: async () => webStreamOf(bytes, [1 << 20]) };
  await readChatFile(file, {
    dateOrder: null,
    platform: null,
    latestDay: "2026-11-24",
    onMessages: async (some) => {
      found += some.length;
      onBatch();
    },
  });
  if (found !== count) throw new Error(`${found} messages were read, not ${count}.`);
}

async function linesOf(bytes: Uint8Array): Promise<number> {
  let lines = 0;
  const chunks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) =>
    bytes.subarray(i * 65_536, (i + 1) * 65_536),
  );
  for await (const line of createInterface({ input: Readable.from(chunks) })) lines += line === "" ? 0 : 1;
  return lines;
}

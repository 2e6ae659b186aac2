import { readFileSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";
import { type ChatAsk, type ChatEnding, type ReadMessage, readChatFile } from "@/lib/platform/sandbox/chat-answer";
import { webStreamOf } from "./files";

export const chatFixture = (name: string): Buffer => readFileSync(`tests/fixtures/chats/${name}`);

/** Reads bytes as an export, in a real confined child. */
export async function readChat(
  bytes: Uint8Array,
  change: Partial<ChatAsk> = {},
): Promise<ChatEnding & { messages: ReadMessage[] }> {
  const messages: ReadMessage[] = [];
  const file = { size: bytes.byteLength, open: async () => webStreamOf(bytes, [1024 * 1024]) };
  const ending = await readChatFile(file, {
    dateOrder: null,
    platform: null,
    latestDay: "2026-11-24",
    timeoutMs: 60_000,
    onMessages: async (some) => void messages.push(...some),
    ...change,
  });
  return { ...ending, messages };
}

export type ZipEntry = {
  name: string;
  bytes: Uint8Array;
  store?: boolean;
  claims?: number;
  flags?: number;
  sum?: number;
};

/** A zip as phones write them. `claims` lies about the size of what comes out, `sum` about its checksum. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, store = false, claims = bytes.byteLength, flags = 0x800, sum = crc32(bytes) } of entries) {
    const body = store ? Buffer.from(bytes) : deflateRawSync(bytes);
    const called = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(store ? 0 : 8, 4);
    common.writeUInt32LE(sum, 10);
    common.writeUInt32LE(body.byteLength, 14);
    common.writeUInt32LE(claims, 18);
    common.writeUInt16LE(called.byteLength, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, called, body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, tail, called]));
    locals.push(local);
    offset += local.byteLength;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

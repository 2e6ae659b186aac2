import "server-only";
import { z } from "zod";
import { type ChatFormat, chatFormats, chatProblems, type DateOrder } from "./chat-types";
import { BadFrame, type Frame } from "./frames";
import { createSandbox, places, type Sandbox } from "./sandbox";
import type { SandboxFile } from "./types";

const CHAT_MS = 15 * 60_000;
const BATCH = 1000;

const count = z.number().int().nonnegative();
/** Numbers and stamps only: shown in clear and kept in clear. */
const stamp = z
  .string()
  .max(64)
  .refine((text) => !/\p{Cc}/u.test(text));

const message = z.object({
  seq: count.min(1),
  line: count,
  /** Milliseconds since 1970 (UTC), or null for a local time without a zone. */
  at: z.number().int().positive().max(8_640_000_000_000_000).nullable(),
  /** `2021-12-31T23:59:58` */
  wall: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
    .nullable(),
  stamp,
  sender: z.string().max(2000).nullable(),
  kind: z.enum(["text", "media", "call", "deleted", "system"]),
  words: z.string().max(200_000),
  media: z.string().max(20_000).nullable(),
  /** The message was longer than is kept here; the original has it whole. */
  cut: z.boolean(),
});

/** One message as the export has it: nothing about it was decided yet. */
export type ReadMessage = z.output<typeof message>;

const ending = z.object({
  format: z.enum(chatFormats).nullable(),
  problem: z.enum(chatProblems).nullable(),
  detail: stamp.nullable(),
  unreadable: count,
  /** The first lines (or entries) that could not be read, from 1. */
  unreadableAt: z.array(count).max(50),
  media: z.array(z.object({ name: z.string().max(255), size: count })).max(5000),
});

export type ChatEnding = z.output<typeof ending>;

const messagesFrame = z.object({ format: z.enum(chatFormats), messages: z.array(message).min(1).max(BATCH) });
const endFrame = z.object({ chat: ending });
const seenFrame = z.object({ seen: z.unknown() });

export type ChatAsk = {
  /** When the advocate had to say it. */
  dateOrder: DateOrder | null;
  /** Where the exhibit comes from, as its capture details say: decides only between Instagram and Facebook. */
  platform: string | null;
  /** `2026-11-24`: no message is later than this. */
  latestDay: string;
  /** Takes up to a thousand messages at a time, in the order of the export. The child waits for it. */
  onMessages: (messages: ReadMessage[], format: ChatFormat) => Promise<void>;
  timeoutMs?: number;
};

/**
 * Reads the messages of an export in a confined child process. Its output is validated as untrusted, and its failure is
 * a result, never an exception. @throws what opening the file or `onMessages` throws
 */
export async function readChatFile(file: SandboxFile, ask: ChatAsk, within: Sandbox = chats): Promise<ChatEnding> {
  const { dateOrder, platform, latestDay, timeoutMs = CHAT_MS } = ask;
  let last: ChatEnding | undefined;
  let next = 1;
  const take = async ({ head }: Frame): Promise<void> => {
    const some = messagesFrame.safeParse(head);
    if (some.success) {
      for (const item of some.data.messages) if (item.seq !== next++) throw new BadFrame("out of order");
      return ask.onMessages(some.data.messages, some.data.format);
    }
    const end = endFrame.safeParse(head);
    if (end.success) last = end.data.chat;
    else if (!seenFrame.safeParse(head).success) throw new BadFrame("unknown frame");
  };
  const end = await within.ask(file, { operation: "chat", dateOrder, platform, latestDay, timeoutMs }, take);
  if (last && end === "ended") return last;
  return { ...NOTHING, problem: end === "took_too_long" ? end : "stopped" };
}

/** A separate pool: a long read does not block other files. */
const chats = createSandbox({ places: places.chats });

const NOTHING = { format: null, detail: null, unreadable: 0, unreadableAt: [], media: [] };

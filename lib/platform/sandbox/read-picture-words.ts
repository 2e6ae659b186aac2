import "server-only";
import { z } from "zod";
import { HIDING } from "./child-text.mjs";
import { BadFrame, type Frame } from "./frames";
import { createSandbox, places, type Sandbox } from "./sandbox";
import type { SandboxFile } from "./types";
import { type UnreadReason, unreadReasons } from "./unread-reasons";

/** A phone's screenshot takes one second, a dense page up to seven; a busy machine many times as long. */
const READ_MS = 120_000;

const fraction = z.number().min(0).max(1);
const word = z.object({
  text: z
    .string()
    .min(1)
    .max(200)
    .regex(new RegExp(`^[^${HIDING}]*$`, "u")),
  /** Words of one line have the same. */
  line: z.string().regex(/^\d+\.\d+\.\d+$/),
  x: fraction,
  y: fraction,
  width: fraction,
  height: fraction,
  sure: z.number().int().min(0).max(100),
});
/** A word as read by machine, with its box in fractions of the picture as seen upright, and how sure it is in percent. */
export type PictureWord = z.output<typeof word>;

/** `cut`: there were more words than are kept. */
export type PictureWords =
  | { state: "read"; words: PictureWord[]; cut: boolean }
  | { state: "unread"; reason: UnreadReason };

const readFrame = z.object({ read: z.array(word).max(4_000), cut: z.boolean() });
const unreadFrame = z.object({ unread: z.enum(unreadReasons) });
const seenFrame = z.object({ seen: z.unknown() });

/**
 * The words in a picture, read by Tesseract in a confined child process, offline. A picture that cannot be read says
 * why. @throws NotConfined; what opening the file throws
 */
export async function readPictureWords(file: SandboxFile, within: Sandbox = reading): Promise<PictureWords> {
  let answer: PictureWords | undefined;
  const take = async ({ head }: Frame): Promise<void> => {
    const read = readFrame.safeParse(head);
    const unread = unreadFrame.safeParse(head);
    if (answer || (!read.success && !unread.success)) {
      if (!seenFrame.safeParse(head).success) throw new BadFrame("unknown frame");
    } else if (read.success) answer = { state: "read", words: read.data.read, cut: read.data.cut };
    else if (unread.success) answer = { state: "unread", reason: unread.data.unread };
  };
  const end = await within.ask(file, { operation: "ocr", timeoutMs: READ_MS }, take);
  if (end === "ended" && answer) return answer;
  return { state: "unread", reason: end === "took_too_long" ? end : "stopped" };
}

/** A separate pool: reading takes longer than drawing, and nobody waits for it. */
const reading = createSandbox({ places: places.reads });

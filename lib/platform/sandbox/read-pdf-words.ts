import "server-only";
import { z } from "zod";
import { NotConfined } from "./confinement";
import { BadFrame, type Frame } from "./frames";
import { createSandbox, places, type Sandbox } from "./sandbox";
import type { SandboxFile } from "./types";

const WORDS_MS = 90_000;
/** All pages together, in bytes: what a person reads in a year. */
const most = 32 * 1024 * 1024;

const pageFrame = z.object({ words: z.number().int().min(1).max(5_000) });
const endFrame = z.object({ words: z.literal("all"), pages: z.number().int().nonnegative() });
const seenFrame = z.object({ seen: z.unknown() });

/**
 * What a reader would copy from each page of a PDF, read by PDFium in a confined child process. Null if not all of it
 * could be read: too long, broken, password-protected, or nothing here confines. @throws what opening the file throws
 */
export async function readPdfWords(file: SandboxFile, within: Sandbox = words): Promise<string[] | null> {
  const pages: string[] = [];
  let size = 0;
  let isWhole = false;
  const take = async ({ head, body }: Frame): Promise<void> => {
    const page = pageFrame.safeParse(head);
    if (page.success) {
      size += body.byteLength;
      if (page.data.words !== pages.length + 1 || size > most) throw new BadFrame("a page out of turn, or too much");
      pages.push(Buffer.from(body).toString("utf8"));
      return;
    }
    const end = endFrame.safeParse(head);
    if (end.success) isWhole = end.data.pages === pages.length;
    else if (!seenFrame.safeParse(head).success) throw new BadFrame("unknown frame");
  };
  try {
    const end = await within.ask(file, { operation: "words", timeoutMs: WORDS_MS }, take);
    return end === "ended" && isWhole ? pages : null;
  } catch (error) {
    if (error instanceof NotConfined) return null;
    throw error;
  }
}

/** A separate pool, so that a long file does not delay pictures. */
const words = createSandbox({ places: places.chats });

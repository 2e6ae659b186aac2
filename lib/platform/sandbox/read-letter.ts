import "server-only";
import { z } from "zod";
import { BadFrame, type Frame } from "./frames";
import { createSandbox, places, type Sandbox } from "./sandbox";
import type { SandboxFile } from "./types";

const LETTER_MS = 60_000;
const MAX_BYTES = 4 * 1024 * 1024;

const address = z.string().max(320);
const line = (most: number) => z.string().max(most * 12);

const Letter = z.object({
  /** Every address in a From field: one, of a mail as it should be. */
  from: z.array(address).max(500),
  fromName: line(200),
  /** Empty for `<>`; null when no server noted it. */
  returnPath: address.nullable(),
  recipients: z.array(address).max(50),
  subject: line(500),
  messageId: line(998).nullable(),
  dateUtc: z.iso.datetime().nullable(),
  automatic: z.enum(["bounce", "auto_submitted", "bulk"]).nullable(),
  /** What our own mail server noted; null when it is not known to us, or noted nothing. */
  results: z
    .array(
      z.object({
        method: z.enum(["spf", "dkim", "dmarc"]),
        result: z.string().max(20),
        domain: z.string().max(253).nullable(),
      }),
    )
    .max(40)
    .nullable(),
  text: z.string().max(100_000),
  cut: z.boolean(),
  attachments: z
    .array(
      z.object({
        name: line(200),
        mime: line(100),
        size: z.number().int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(100),
});

/** A mail that came in, as far as it could be read. Everything in it is a claim of its sender, except `results`. */
export type Letter = z.output<typeof Letter>;

const letterFrame = z.object({ letter: z.literal(1) });
const seenFrame = z.object({ seen: z.unknown() });

/**
 * Reads a mail in a confined child process. @param by the name under which our own mail server notes what it checked
 * @returns null for what cannot be read @throws NotConfined; what opening the file throws
 */
export async function readLetter(
  file: SandboxFile,
  by: string | null,
  within: Sandbox = reading,
): Promise<Letter | null> {
  let found: Letter | null = null;
  const take = async ({ head, body }: Frame): Promise<void> => {
    if (!found && letterFrame.safeParse(head).success) {
      if (body.byteLength > MAX_BYTES) throw new BadFrame("a letter too long");
      found = parse(Buffer.from(body).toString("utf8"));
    } else if (!seenFrame.safeParse(head).success) throw new BadFrame("unknown frame");
  };
  const end = await within.ask(file, { operation: "letter", by, timeoutMs: LETTER_MS }, take);
  return end === "ended" ? found : null;
}

function parse(text: string): Letter {
  try {
    return Letter.parse(JSON.parse(text));
  } catch {
    throw new BadFrame("no letter");
  }
}

/** A separate pool, so that mails do not delay exhibits. */
const reading = createSandbox({ places: places.reads });

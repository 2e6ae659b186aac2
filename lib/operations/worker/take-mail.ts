import "server-only";
import { closeDatabase } from "@/db/client";
import { receiveMail, type Taken } from "@/lib/escalation/incoming-mail/receive-mail";
import { headBytes, maxMailBytes } from "@/lib/escalation/incoming-mail/rules";

/** As in sysexits.h: a mail server bounces the first two, and tries again after the third. */
const exits = { tooLarge: 65, unknownUser: 67, later: 75 } as const;

/** The script behind `npm run mail:in`: one mail from standard input, for RECIPIENT where the mail server says so. */
async function take(recipient: string | undefined): Promise<number> {
  const { raw, size } = await readInput();
  const taken = await receiveMail({ raw, size, recipient });
  return exitOf(taken, size);
}

function exitOf(taken: Taken, size: number): number {
  if (taken === "filed" || taken === "held") return 0;
  if (size > maxMailBytes) return exits.tooLarge;
  return taken === "bare" ? exits.tooLarge : exits.unknownUser;
}

/** All of it, or only its beginning when it is too large; the rest is counted and kept nowhere. */
async function readInput(): Promise<{ raw: Buffer; size: number }> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    size += piece.byteLength;
    if (size <= maxMailBytes) parts.push(piece);
  }
  const raw = Buffer.concat(parts);
  return { raw: size > maxMailBytes ? raw.subarray(0, headBytes) : raw, size };
}

/** The database's own words, and those of a mail, may hold values: only that it has to be tried again is said. */
function failed(error: unknown): number {
  console.error(`The mail was not taken in; try again later (${(error as Error).name}).`);
  return exits.later;
}

process.exitCode = await take(process.argv[2] || undefined)
  .catch(failed)
  .finally(closeDatabase);

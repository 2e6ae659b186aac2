import "server-only";
import { eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { type ReadMessage, readChatFile } from "@/lib/platform/sandbox/chat-answer";
import { addDays } from "@/lib/platform/time/calendar";
import { findImport } from "./access";
import { finishImport } from "./commands/finish-import";
import { noteMessages } from "./commands/note-messages";
import { countRepeats } from "./count-repeats";
import type { ChatFormat, DateOrder } from "./types";
import { wallClock } from "./wall-clock";

/** Stored with the message, which packets print: not interface text. */
const cutWords = "\n[Longer than is kept here. The exhibit has it whole.]";

/**
 * The job that reads an export: the sandbox parses it, each batch is stored in its own transaction. A second run starts
 * again and finds the batches stored; a run without a request does nothing.
 */
export async function readExport(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const work = await readWork(ctx, importId);
  if (work.state !== "reading") return;
  const place = placing(work.zone);
  let found = 0;
  const { media: _, ...ending } = await readChatFile(await openOriginal(ctx, work.original), {
    ...work.ask,
    onMessages: async (some, format) => {
      await noteMessages(ctx, { importId, format, messages: some.map((message) => place(message, format)) });
      found += some.length;
    },
  });
  await finishImport(ctx, { importId, found, ...ending });
}

/** Assigns a message its instant, and its index among otherwise equal ones. */
function placing(zone: string) {
  const clock = wallClock(zone);
  const nthOf = countRepeats();
  return ({ seq, at, wall, stamp, sender, kind, words, media, cut }: ReadMessage, format: ChatFormat) => {
    const sentAt = at === null ? clock(wall ?? "") : new Date(at);
    const message = cut ? `${words}${cutWords}` : words;
    const nth = nthOf({ format, sender, sentAt, kind, words: message });
    return { seq, sentAt, stamp, sender, kind, words: message, media, nth };
  };
}

const readWork = query("case.read", async (ctx, importId: string) => {
  const row = await findImport(ctx, importId);
  const [exhibit] = await ctx.db.select().from(exhibits).where(eq(exhibits.id, row.exhibitId));
  if (!exhibit) throw new Error("The exhibit of a reading was not found.");
  const { fileId, size, platform, receivedAt } = exhibit;
  return {
    state: row.state,
    zone: row.zone,
    original: { keyId: row.keyId, fileId, size },
    ask: {
      dateOrder: row.dateOrder as DateOrder | null,
      platform,
      // Somewhere it is tomorrow already when the file arrives.
      latestDay: addDays(receivedAt.toISOString().slice(0, 10), 1),
    },
  };
});

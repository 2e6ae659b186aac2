import { z } from "zod";

/** What was read of a text or a mail when it arrived, as far as a packet needs it. */
export const WordsRead = z.object({
  kind: z.literal("text"),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  lines: z.array(z.string()),
  attachments: z.array(z.object({ name: z.string(), mime: z.string(), size: z.number() })),
  cut: z.boolean(),
});

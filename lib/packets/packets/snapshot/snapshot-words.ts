import { z } from "zod";
import { type ArchiveFacts, mailNoteKinds } from "@/lib/platform/sandbox/types";

const nullableText = z.string().nullable();

/** What servers wrote into a mail. A reading of an earlier release does not say what was seen: then it is unknown. */
const way = z
  .array(
    z.object({
      claimed: nullableText,
      seenIp: nullableText,
      seenName: nullableText,
      by: nullableText,
      at: nullableText,
      atUtc: z.iso.datetime().nullable(),
    }),
  )
  .catch([]);

/** What was read of a text or a mail, as far as a packet needs it. */
export const WordsRead = z.object({
  kind: z.literal("text"),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  lines: z.array(z.string()),
  attachments: z.array(
    z.object({ name: z.string(), mime: z.string(), size: z.number(), sha256: z.string().optional() }),
  ),
  cut: z.boolean(),
  mail: z
    .object({
      hops: way,
      /** What was not certain about reading it. */
      notes: z.array(z.object({ kind: z.enum(mailNoteKinds), detail: nullableText })).default([]),
    })
    .optional(),
  /** Of an archive: what is in it and whether it holds, as it was checked when it was read. */
  archive: z.custom<ArchiveFacts>().optional(),
});
export type WordsRead = z.output<typeof WordsRead>;

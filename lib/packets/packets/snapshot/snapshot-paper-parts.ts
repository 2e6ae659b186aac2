import { z } from "zod";
import type { PaperPart } from "@/lib/platform/paper";

const text = z.string();
const rows = z.array(z.object({ label: text, value: text }));

/** One part of a drafted paper as a packet prints it. A confidential sheet is none: it never goes into a served part. */
export const paperPartSchema = z.discriminatedUnion("p", [
  z.object({ p: z.literal("heading"), text }),
  z.object({ p: z.literal("text"), text }),
  z.object({ p: z.literal("numbered"), text }),
  z.object({ p: z.literal("fields"), rows }),
  z.object({
    p: z.literal("table"),
    caption: text,
    head: z.array(text),
    rows: z.array(z.array(text)),
    widths: z.array(z.number()).optional(),
  }),
  z.object({
    p: z.literal("oath"),
    heading: text,
    lines: z.array(text),
    blanks: z.array(text),
    stamp: text.optional(),
  }),
  z.object({ p: z.literal("signature"), who: text, blanks: z.array(text) }),
  z.object({ p: z.literal("notice"), text }),
]) satisfies z.ZodType<PrintedPart, unknown>;

type PrintedPart = Exclude<PaperPart, { p: "sheet" }>;

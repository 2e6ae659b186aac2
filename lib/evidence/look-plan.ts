import { z } from "zod";
import { MadeFile } from "@/lib/derivatives/input";
import { fileKinds, fileProblems } from "./types";

const count = z.number().int().min(0);
const reason = z.enum([...fileProblems, "kind_not_shown"]);
const problem = z.enum(fileProblems).nullable();
const entry = z.object({
  group: z.enum(["EXIF", "GPS", "XMP", "IPTC", "PDF", "Text"]),
  name: z.string().max(60),
  value: z.string().max(1000),
});

/**
 * How an exhibit goes on paper, found once when it arrived: its own bytes as they are, the `page` derivatives (of so
 * many pages in all, those `skipped` that could not be drawn), or nothing. Missing on what an earlier release looked at.
 */
export const PrintPlan = z.discriminatedUnion("as", [
  z.object({ as: z.literal("original"), format: z.enum(["jpeg", "png"]), width: count, height: count }),
  z.object({ as: z.literal("pages"), totalPages: count, skipped: z.array(count), problem }),
  z.object({ as: z.literal("text") }),
  z.object({ as: z.literal("nothing"), reason }),
]);
export type PrintPlan = z.output<typeof PrintPlan>;

/** What a file says of itself, and the difference hash of a picture; sealed as JSON in `exhibits.metadata`. */
export const Findings = z.object({
  metadata: z.array(entry).max(500).default([]),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable()
    .default(null),
});
export type Findings = z.output<typeof Findings>;

/** What the sandbox found and made, and the digest of the bytes as they were read back. */
export const NoteLook = z.object({
  exhibitId: z.uuid("The exhibit is missing."),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "The hash of the file is not a SHA-256 digest."),
  look: z.object({
    kind: z.enum(fileKinds),
    mime: z.string().max(200),
    width: count.nullable(),
    height: count.nullable(),
    pages: count.nullable(),
    problem,
    print: PrintPlan.optional(),
  }),
  findings: Findings.prefault({}),
  made: z.array(MadeFile).max(100).default([]),
});
export type NoteLook = z.output<typeof NoteLook>;

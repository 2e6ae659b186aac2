import "server-only";
import { z } from "zod";
import { HIDING } from "./child-text.mjs";
import { BadFrame, type Frame } from "./frames";
import type { ChildEnd } from "./run-child";
import {
  type Inspection,
  type Looked,
  type MetadataEntry,
  mailNoteKinds,
  memberOddities,
  memberProblems,
  type PageImage,
  type RenderOptions,
} from "./types";

const problem = z.enum(["empty", "truncated", "password_protected", "unreadable", "too_large"]);
const count = z.number().int().nonnegative();
const pageFrame = z.object({
  page: z.object({ number: count, format: z.enum(["jpeg", "png"]), width: count, height: count }),
});
const inspection = z.object({
  kind: z.enum(["jpeg", "png", "webp", "gif", "tiff", "pdf", "eml", "text", "other"]),
  mime: z.string().regex(/^[\w.+-]{1,60}\/[\w.+;= -]{1,100}$/),
  width: count.nullable(),
  height: count.nullable(),
  pages: count.nullable(),
  problem: problem.nullable(),
});
const drawingFrame = z.object({ drawing: count });
/** Text that a page can show unchanged: no mark that hides or reorders what a reader sees. */
const hidesNothing = new RegExp(`^[^${HIDING}]*$`, "u");
const shown = (length: number) => z.string().max(length).regex(hidesNothing);
const metadataFrame = z.object({
  metadata: z
    .array(
      z.object({
        group: z.enum(["EXIF", "GPS", "XMP", "IPTC", "PDF", "Text"]),
        name: shown(60),
        value: shown(1000),
      }),
    )
    .max(500),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
});
const word = shown(1000).nullable();
const mailFacts = z.object({
  messageId: word,
  date: word,
  dateUtc: z.iso.datetime().nullable(),
  from: word,
  returnPath: word,
  replyTo: word,
  originatingIp: word,
  hops: z
    .array(
      z.object({
        claimed: word,
        seenIp: z
          .string()
          .regex(/^[0-9a-f.:]{2,45}$/i)
          .nullable(),
        seenName: word,
        by: word,
        with: word,
        at: word,
        atUtc: z.iso.datetime().nullable(),
      }),
    )
    .max(100),
  checks: z
    .array(
      z.object({
        method: z.enum(["spf", "dkim", "dmarc", "arc"]),
        result: shown(40),
        domain: word,
        by: shown(300),
      }),
    )
    .max(100),
  parts: z.array(z.object({ depth: count.max(20), mime: shown(100), name: word, size: count.nullable() })).max(300),
  notes: z.array(z.object({ kind: z.enum(mailNoteKinds), detail: shown(100).nullable() })).max(50),
});
const instant = z.iso.datetime().nullable();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const names = z.array(shown(400)).max(50);
const signature = z.object({
  kind: z.enum(["anonymous", "domain"]),
  holds: z.enum(["valid", "invalid", "unreadable"]),
  ofManifest: z.boolean(),
  key: digest.nullable(),
  software: word,
  created: instant,
  domain: word,
  certificate: z
    .object({
      issuer: word,
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      namesDomain: z.boolean(),
      inTime: z.boolean(),
      chain: z.enum(["trusted", "not_trusted", "broken"]),
    })
    .nullable(),
  stamp: z
    .object({
      answer: z.string().regex(/^[\w+/=]{0,90000}$/),
      over: digest,
      certificates: z.string().max(70_000),
    })
    .nullable(),
});
const archiveFacts = z.object({
  form: z.enum(["zip", "wacz", "warc"]),
  directory: z.enum(["whole", "broken", "none"]),
  broken: z.boolean(),
  members: z
    .array(
      z.object({
        name: shown(1000),
        size: count,
        mime: shown(100),
        sha256: digest.nullable(),
        problem: z.enum(memberProblems).nullable(),
        odd: z.array(z.enum(memberOddities)).max(2),
      }),
    )
    .max(1000),
  moreMembers: count,
  pages: z.array(z.object({ number: count, address: shown(2000), at: instant, title: shown(300).nullable() })).max(200),
  morePages: count,
  records: z.object({ count, same: count, differ: count }).nullable(),
  wacz: z
    .object({
      title: word,
      software: word,
      created: instant,
      version: word,
      listed: count,
      same: count,
      differ: names,
      missing: names,
      unlisted: names,
      manifest: z.enum(["same", "differs", "not_given"]),
      signature: signature.nullable(),
    })
    .nullable(),
});
const seenFrame = z.object({ seen: inspection });
const endFrame = z.object({
  end: z.literal(true),
  inspection,
  rendering: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("original"),
      format: z.enum(["jpeg", "png"]),
      width: count,
      height: count,
      orientation: z.number().int().min(1).max(8).catch(1),
      channels: count,
    }),
    z.object({ kind: z.literal("pages"), totalPages: count, problem: problem.nullable() }),
    z.object({
      kind: z.literal("text"),
      headers: z.array(z.object({ name: z.string(), value: z.string() })),
      lines: z.array(z.string()),
      attachments: z.array(
        z.object({
          name: z.string(),
          mime: z.string(),
          size: count,
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .optional(),
        }),
      ),
      cut: z.boolean(),
      mail: mailFacts.optional(),
      archive: archiveFacts.optional(),
    }),
    z.object({ kind: z.literal("not_shown"), reason: z.union([problem, z.literal("kind_not_shown")]) }),
  ]),
});

/** What may come: at most so many pages, none of a higher number than `lastPage`. An inspection draws none. */
export type PageLimits = { most: number; lastPage: number };

/**
 * Collects the answers of one child process, or of several in turn. They read untrusted files: their output is
 * validated, and no page comes twice, out of order or unrequested, so the child cannot control how much is held here.
 */
export function collectAnswer(onPage: RenderOptions["onPage"], { most, lastPage }: PageLimits) {
  const pages: PageImage[] = [];
  const skipped: number[] = [];
  let shownPages = 0;
  let drawing: number | null = null;
  let renderedUpTo = 0;
  let begunUpTo = 0;
  let seen: Inspection = UNKNOWN;
  let about: { metadata: MetadataEntry[]; fingerprint: string | null } = { metadata: [], fingerprint: null };
  let last: z.output<typeof endFrame> | undefined;

  /** A page that was begun and did not come is skipped. */
  function begin(page: number | null): void {
    if (drawing !== null) skipped.push(drawing);
    drawing = page;
  }

  function requireNext(number: number, after: number): number {
    if (number <= after || number > lastPage) throw new BadFrame("a page out of turn");
    return number;
  }

  async function take({ head, body }: Frame): Promise<void> {
    const page = pageFrame.safeParse(head);
    if (page.success) {
      renderedUpTo = requireNext(page.data.page.number, renderedUpTo);
      if (shownPages === most) throw new BadFrame("more pages than were asked for");
      drawing = null;
      shownPages += 1;
      const image = { ...page.data.page, bytes: body };
      return onPage ? onPage(image) : void pages.push(image);
    }
    const next = drawingFrame.safeParse(head);
    if (next.success) {
      begunUpTo = requireNext(next.data.drawing, begunUpTo);
      return begin(begunUpTo);
    }
    const early = seenFrame.safeParse(head);
    if (early.success) {
      seen = early.data.seen;
      return;
    }
    const words = metadataFrame.safeParse(head);
    if (words.success) {
      about = words.data;
      return;
    }
    const end = endFrame.safeParse(head);
    if (!end.success) throw new BadFrame("unknown frame");
    begin(null);
    last = end.data;
  }

  /** After a child that did not end: the page it was lost at, and whether there are more. It counts as skipped. */
  function lostAt(maxPages: number): { page: number; more: boolean; lost: number } | null {
    const page = drawing;
    if (page === null) return null;
    begin(null);
    return { page, more: page < Math.min(seen.pages ?? 0, maxPages), lost: skipped.length };
  }

  function answer(end: ChildEnd): Looked {
    const { inspection, rendering } = last && end === "ended" ? last : unfinished(end);
    if (rendering.kind !== "pages") return { ...about, inspection, rendering };
    if (shownPages === 0) {
      return { ...about, inspection, rendering: { kind: "not_shown", reason: rendering.problem ?? "unreadable" } };
    }
    const problem = rendering.problem ?? (skipped.length > 0 ? "took_too_long" : null);
    return { ...about, inspection, rendering: { ...rendering, pages, shownPages, skipped, problem } };
  }

  /** Pages drawn before the end came are kept: they are whole. What else the file holds may not be known. */
  function unfinished(end: ChildEnd) {
    const problem = end === "took_too_long" ? end : "stopped";
    const totalPages = Math.max(shownPages, seen.pages ?? 0);
    return { inspection: { ...seen, problem }, rendering: { kind: "pages", totalPages, problem } } as const;
  }

  return { take, lostAt, answer };
}

const UNKNOWN: Inspection = {
  kind: "other",
  mime: "application/octet-stream",
  width: null,
  height: null,
  pages: null,
  problem: "stopped",
};

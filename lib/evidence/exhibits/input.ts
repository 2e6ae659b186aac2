import { z } from "zod";
import { MadeFile } from "@/lib/evidence/derivatives/input";
import { requiredZone, seenVersion, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall, isZone } from "@/lib/platform/time/zone";
import { mostAnnounced } from "./most-announced";
import { maxExhibitBytes } from "./rules";
import {
  activeKinds,
  captureMethods,
  fileKinds,
  fileProblems,
  sensitivities,
  timeSources,
  visibilities,
  waysObtained,
} from "./types";

const text = (max: number, what: string) =>
  z
    .string()
    .trim()
    .max(max, t("{what} is longer than {max} characters.", { what, max }))
    .refine((value) => !value.includes("\u0000"), t("{what} holds a character that cannot be kept.", { what }))
    .optional()
    .transform((value) => value || undefined);

/** Stored exactly as typed, whatever its scheme: it is evidence, shown as text, never a link and never fetched. */
const address = (what: string) =>
  text(2048, what).refine(
    (value) => value === undefined || isWholeAddress(value),
    t("Give the whole address as the browser shows it, beginning with https://."),
  );

/** One of a closed list, or nothing, as a form sends it. */
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values, message: string) =>
  z
    .union([z.literal(""), z.enum(values)], message)
    .optional()
    .transform((value) => (value === "" ? undefined : value) as Values[number] | undefined);

/** A clock that is off by a day and a half is a wrong date: then the time of capture must be corrected. */
const maxOffset = 36 * 60 * 60;

const clockOffset = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => String(value ?? "").trim())
  .refine((typed) => /^([+-]?\d{1,7})?$/.test(typed), t("Give whole seconds, for example -40."))
  .refine(
    (typed) => !(Math.abs(Number(typed)) > maxOffset),
    t("That is more than 36 hours. Correct the time of capture instead."),
  )
  .transform((typed) => (typed === "" ? undefined : Number(typed)));

/** An id, or several, as a form sends them: one string, many, or none. */
const ids = z
  .union([z.array(z.uuid(t("An incident on the list is not known."))), z.literal("").transform(() => []), z.uuid()])
  .default([])
  .transform((value) => [...new Set(Array.isArray(value) ? value : [value])]);

/** More are a second round: each is decrypted and written on its own. */
const mostAtOnce = 100;

const severalIds = z
  .union([z.array(z.uuid()), z.uuid()])
  .transform((value) => [...new Set([value].flat())])
  .refine((value) => value.length > 0 && value.length <= mostAtOnce, t("Pick the exhibits first, 100 at most."));

const details = {
  description: z
    .string(t("Say in one line what this shows."))
    .trim()
    .min(3, t("Say in one line what this shows."))
    .max(300, t("The description is longer than 300 characters.")),
  words: text(4000, t("The quote")),
  sourceUrl: address(t("The web address")),
  permalink: address(t("The permanent address")),
  postId: text(120, t("The id of the post")),
  visibility: oneOf(visibilities, t("Choose who could see it.")),
  platform: text(64, t("The platform")),
  accountId: z
    .union([z.uuid(t("Choose an account of this case.")), z.literal("")])
    .optional()
    .transform((value) => value || undefined),
  capturedAt: text(19, t("The time of capture")),
  capturedZone: text(64, t("The time zone")).refine(
    (zone) => zone === undefined || isZone(zone),
    t("Choose a time zone from the list."),
  ),
  capturedBy: text(120, t("Who captured it")),
  device: text(120, t("The device")),
  tool: text(120, t("The program")),
  timeSource: oneOf(timeSources, t("Choose where the time comes from.")),
  clockOffset,
  language: text(60, t("The language")),
  sensitivity: z
    .union(
      [z.literal("").transform(() => "ordinary" as const), z.enum(sensitivities)],
      t("Choose how distressing it is."),
    )
    .default("ordinary"),
  method: z.enum(captureMethods, "Choose how it was captured."),
  howObtained: z.enum(waysObtained, "Choose how it was obtained."),
  incidentIds: ids,
};

type TypedTime = { capturedAt?: string | undefined; capturedZone?: string | undefined };

/** A time without its zone proves nothing across a border, and a zone without a time means nothing. */
function readTime<Typed extends TypedTime>(typed: Typed, context: z.core.$RefinementCtx) {
  const { capturedAt, capturedZone, ...rest } = typed;
  const complain = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message, input: typed });
  if (!capturedAt) return { ...rest, capturedAt: undefined as Date | undefined, capturedZone };
  if (!capturedZone) {
    complain("capturedZone", t("Say in which time zone that clock was."));
    return z.NEVER;
  }
  const instant = instantOnWall(capturedAt, capturedZone);
  if (!instant) {
    complain("capturedAt", t("That time did not exist in this time zone."));
    return z.NEVER;
  }
  return { ...rest, capturedAt: instant, capturedZone };
}

/**
 * Capture details of one exhibit. `capturedAt` is typed as local time in `capturedZone` and converted to an instant.
 */
export const CaptureDetails = z.object(details).transform(readTime);
export type CaptureDetails = z.output<typeof CaptureDetails>;

/** What a browser announces before it sends a file; the bytes received must match. Sizes in bytes. */
export const AnnounceExhibit = z
  .object({
    caseId: z.uuid(t("The case is missing.")),
    fileName: z
      .string(t("Choose a file."))
      .min(1, t("Choose a file."))
      .max(500, t("The file name is longer than 500 characters.")),
    fileType: text(127, t("The type of the file")),
    size: z.coerce
      .number(t("Choose a file."))
      .int(t("The size of the file is not a whole number."))
      .min(0, t("The size of the file cannot be negative."))
      .max(maxExhibitBytes, t("The file is larger than 512 MB. Send it in parts, or ask for help.")),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, t("The hash of the file is not a SHA-256 digest."))
      .optional(),
    /**
     * When the sender's device says the file was last modified, in milliseconds since 1970. Invalid values are dropped.
     */
    modifiedAt: z
      .unknown()
      .optional()
      .transform((value) => (typeof value === "number" && value > 0 && value < 4e12 ? new Date(value) : undefined)),
    ...details,
  })
  .transform(readTime);
export type AnnounceExhibit = z.output<typeof AnnounceExhibit>;

/** Several files that are announced at once. */
export const AnnounceExhibits = z.object({
  files: z
    .tuple([AnnounceExhibit], AnnounceExhibit)
    .refine((files) => files.length <= mostAnnounced, t("Announce at most 50 files at once.")),
});

/** New capture details for an exhibit; its bytes and label never change. */
export const AmendExhibit = z
  .object({ exhibitId: z.uuid(t("The exhibit is missing.")), version: seenVersion, ...details })
  .transform(readTime);

/** Details for several exhibits of a case at once. Empty leaves what each of them has. */
export const AmendExhibits = z
  .object({
    caseId: z.uuid(t("The case is missing.")),
    exhibitIds: severalIds,
    description: text(300, t("The description")),
    sourceUrl: details.sourceUrl,
    platform: details.platform,
    accountId: details.accountId,
    capturedAt: details.capturedAt,
    capturedZone: details.capturedZone,
    /** Each takes the time that its own file names, where it has no time yet. */
    ownTimes: ticked,
    capturedBy: details.capturedBy,
    device: details.device,
    method: oneOf(captureMethods, t("Choose how it was captured.")),
    howObtained: oneOf(waysObtained, t("Choose how it was obtained.")),
    timeSource: details.timeSource,
    language: details.language,
    incidentIds: ids,
  })
  .refine((given) => given.capturedAt === undefined || given.capturedZone !== undefined, {
    path: ["capturedZone"],
    message: t("Say in which time zone that clock was."),
  });

/** What the files of several exhibits say of themselves, taken over where nothing is recorded. */
export const TakeOverClaims = z.object({
  caseId: z.uuid(t("The case is missing.")),
  exhibitIds: severalIds,
  /** In which a time is read whose file names no zone. */
  zone: requiredZone,
});

/** The announced details after decryption: times are instants again. */
export const AnnouncedDetails = z
  .object({
    ...details,
    fileName: z.string(),
    fileType: z.string().optional(),
    capturedAt: z.coerce.date().optional(),
    capturedZone: z.string().optional(),
  })
  .transform((about) => ({ ...about, capturedAt: about.capturedAt, capturedZone: about.capturedZone }));

const digest = z.string().regex(/^[0-9a-f]{64}$/, t("The hash of the file is not a SHA-256 digest."));

/** An upload whose bytes are in the storage under this digest. */
export const ReceiveExhibit = z.object({
  uploadId: z.uuid(t("The upload is missing.")),
  fileId: z.uuid(t("The file is missing.")),
  sha256: digest,
  size: z.number().int().min(0),
  /** The case of the upload where it is known, so that it need not be read: of another case there is no such upload. */
  caseId: z.uuid().optional(),
  /** Set when the client captured it herself and handed it over on her page: when, and what she said of it. */
  fromClient: z.object({ at: z.date(), hashedThere: z.boolean(), remarks: z.string().max(4000) }).optional(),
  /** Set when it was taken out of an archive: the label of that exhibit, and what the archive calls this file. */
  fromArchive: z.object({ label: z.string().max(20), name: z.string().max(1000) }).optional(),
  /** Set when it is a mail that came in, or an attachment of one: when it came, and the hash of the whole mail. */
  fromMail: z.object({ at: z.date(), sha256: z.string().length(64), isAttachment: z.boolean() }).optional(),
  /** Set when it waited on a device that was offline: since when, hashed and encrypted there. */
  waitedSince: z.date().optional(),
});
export type ReceiveExhibit = z.output<typeof ReceiveExhibit>;

/** Uploads of one case that came side by side, as many as share a transaction. */
export const ReceiveExhibits = z.object({ uploads: z.tuple([ReceiveExhibit], ReceiveExhibit) });

const count = z.number().int().min(0);
const reason = z.enum([...fileProblems, "kind_not_shown"]);
const problem = z.enum(fileProblems).nullable();
const entry = z.object({
  group: z.enum(["EXIF", "GPS", "XMP", "IPTC", "PDF", "Text"]),
  name: z.string().max(60),
  value: z.string().max(1000),
});

/**
 * How an exhibit is printed, determined once on arrival: its own bytes unchanged, the `page` derivatives (of so many
 * pages in total, those `skipped` that could not be drawn), or nothing. Missing on exhibits inspected by an earlier
 * release.
 */
export const PrintPlan = z.discriminatedUnion("as", [
  z.object({ as: z.literal("original"), format: z.enum(["jpeg", "png"]), width: count, height: count }),
  z.object({ as: z.literal("pages"), totalPages: count, skipped: z.array(count), problem }),
  z.object({ as: z.literal("text") }),
  z.object({ as: z.literal("nothing"), reason }),
]);
export type PrintPlan = z.output<typeof PrintPlan>;

/** A file's metadata, and the difference hash of a picture; encrypted as JSON in `exhibits.metadata`. */
export const Findings = z.object({
  metadata: z.array(entry).max(500).default([]),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable()
    .default(null),
});
export type Findings = z.output<typeof Findings>;

/** What the sandbox found and made, and the digest of the bytes as read back. */
export const RecordInspection = z.object({
  exhibitId: z.uuid(t("The exhibit is missing.")),
  sha256: digest,
  look: z.object({
    kind: z.enum(fileKinds),
    mime: z.string().max(200),
    width: count.nullable(),
    height: count.nullable(),
    pages: count.nullable(),
    problem,
    print: PrintPlan.optional(),
    acts: z.array(z.enum(activeKinds)).optional(),
  }),
  findings: Findings.prefault({}),
  made: z.array(MadeFile).max(100).default([]),
});
export type RecordInspection = z.output<typeof RecordInspection>;

/** A newer parser's reading of a stored mail, and the digest of the bytes as read back. */
export const NoteReading = z.object({
  exhibitId: z.uuid(t("The exhibit is missing.")),
  sha256: digest,
  made: MadeFile,
  version: count.min(1),
  /** Whether a person sees other words than before. */
  differs: z.boolean(),
});
export type NoteReading = z.output<typeof NoteReading>;

function isWholeAddress(value: string): boolean {
  return !/[\p{Cc}\s]/u.test(value) && /^[a-z][a-z0-9+.-]*:./i.test(value) && URL.canParse(value);
}

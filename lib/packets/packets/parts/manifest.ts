import { z } from "zod";
import { instant } from "../snapshot/snapshot-parts";
import { packetKindKeys } from "../types";
import { letterPart } from "./letter-part";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const day = z.iso.date();

/** Parts that the manifest can name: all but itself and its signature. */
const listedParts = ["served", "annex", "request", "case_uco", "verifier"] as const;

const partSchema = z.strictObject({
  part: z.union([z.enum(listedParts), letterPart]),
  name: z.string().min(1),
  mime: z.string().min(1),
  bytes: count,
  sha256,
  pages: z.int().min(1).nullable(),
  /** `apart`: the sealed annex is named by its hash and is never in the same folder. */
  travels: z.enum(["here", "apart"]),
});

/** Bytes `from` up to but not including `to` of the served PDF. */
const pageSchema = z.strictObject({ page: z.int().min(1), from: count, to: count, sha256 });

/** Where an original is: in the PDF, in the folder, sealed until somebody signs for it, or kept by the organisation. */
const travelWays = ["inside", "beside", "sealed", "held"] as const;

const fileSchema = z.strictObject({ no: z.int().min(1), name: z.string().min(1), bytes: count, sha256 });

const originalSchema = fileSchema.extend({
  travels: z.enum(travelWays),
  /** Its name in the PDF or in the folder; null when it does not travel. */
  travelsAs: z.string().min(1).nullable(),
  /** What it does when opened, if it travels despite that. */
  acts: z.array(z.string().min(1)).min(1).optional(),
});

/** `beside`: in the folder under its name; left out in manifests of earlier releases, which delivered none. */
const maskedCopySchema = fileSchema.extend({ travels: z.literal("beside").optional() });

const exhibitSchema = z.strictObject({
  code: z.string().regex(/^E-\d+$/),
  title: z.string().min(1),
  /** The page of its cover in the served PDF, and how many pages it takes there, including the cover. */
  firstPage: z.int().min(1).nullable(),
  pages: z.int().min(1),
  notShown: z.array(z.strictObject({ page: z.int().min(1), reason: z.string().min(1) })),
  method: z.string().nullable(),
  capturedAt: instant.nullable(),
  originals: z.array(originalSchema).min(1),
  maskedCopies: z.array(maskedCopySchema),
});

/**
 * The contents of one version of a packet, in verifiable numbers: no protected value, and no words that are not in the
 * served part. Instants are UTC, dates are in the home zone, sizes are bytes.
 */
export const manifestSchema = z.strictObject({
  format: z.literal("crossdocket-packet-manifest"),
  formatVersion: z.literal(1),
  packet: z.strictObject({
    no: z.string().min(1),
    version: z.int().min(1),
    kind: z.enum(packetKindKeys),
    /** `ZA-US`; empty for a packet of a release that had one direction. */
    pair: z.string(),
    builtAt: instant,
    approvedAt: instant.nullable(),
    supersedes: z.strictObject({ version: z.int().min(1), builtAt: instant }).nullable(),
    withdrawnAt: instant.nullable(),
    specimen: z.boolean(),
  }),
  /** `phone`: of the liaison desk, as the cover prints it. */
  organisation: z.strictObject({ name: z.string().min(1), phone: z.string().min(1).nullable() }),
  /** SHA-256 of the certificate (DER) that signs the PDF and this file; null when the packet is not signed. */
  signer: z.strictObject({ fingerprint: sha256, timeStamped: z.boolean() }).nullable(),
  counts: z.strictObject({ exhibits: count, pages: z.int().min(1) }),
  parts: z.array(partSchema).min(1),
  pages: z.array(pageSchema),
  exhibits: z.array(exhibitSchema),
  preflight: z
    .strictObject({ checkedAt: instant, pass: count, fail: count, overridden: count, notApplicable: count })
    .nullable(),
  releases: z.array(
    z.strictObject({
      code: z.string().regex(/^REL-\d+$/),
      receiver: z.string().min(1),
      expiresOn: day.nullable(),
      revokedOn: day.nullable(),
    }),
  ),
});

export type Manifest = z.output<typeof manifestSchema>;
export type ManifestPart = Manifest["parts"][number];
export type ManifestExhibit = Manifest["exhibits"][number];
export type ManifestOriginal = ManifestExhibit["originals"][number];

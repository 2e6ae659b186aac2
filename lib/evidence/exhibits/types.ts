import type { PickList } from "@/lib/casework/incidents/types";
import type { FileKind, FileProblem, Inspection } from "@/lib/platform/sandbox/types";
import type { FileClaims } from "./claims/types";

/** How the item came to be a file. Closed: a certificate states the method, so it cannot be free text. */
export const captureMethods = [
  "screenshot",
  "screen_recording",
  "native_export",
  "device_photo",
  "page_save",
  "email_original",
  "document",
  "other",
] as const;
export type CaptureMethod = (typeof captureMethods)[number];

/** How the person who collected it obtained it (domain 9). Nothing obtained by unlawful access is accepted. */
export const waysObtained = ["received_by_client", "public", "handed_over", "own_record"] as const;
export type WayObtained = (typeof waysObtained)[number];

/** Which clock the time of capture was read from. Closed: a certificate states it. */
export const timeSources = [
  "device_clock",
  "network_time",
  "platform_stamp",
  "file_metadata",
  "file_name",
  "not_known",
] as const;
export type TimeSource = (typeof timeSources)[number];

/** Who could see the item at its source (domain 9). */
export const visibilities = ["public", "friends", "private", "not_known"] as const;
export type Visibility = (typeof visibilities)[number];

/** How distressing it is. `intimate` is never shown outside the exhibit's own page. */
export const sensitivities = ["ordinary", "distressing", "intimate"] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** What makes an item weak until someone puts it right (domain 9). The order is that of the worklist. */
const exhibitFlags = ["needs_url", "needs_account_id", "needs_time"] as const;
export type ExhibitFlag = (typeof exhibitFlags)[number];

/** What the worklist of a case counts: the flags, and other weaknesses of an exhibit. */
export const exhibitNeeds = [
  "with_gaps",
  ...exhibitFlags,
  "no_incident",
  "no_device",
  "no_translation",
  "same_bytes",
  "looks_alike",
] as const;
export type ExhibitNeed = (typeof exhibitNeeds)[number];

/** What somebody who knows it can fill in, in the order of the chips. `with_gaps` counts the exhibits with any of them. */
export const exhibitGaps = [
  "needs_time",
  "needs_url",
  "needs_account_id",
  "no_incident",
  "no_device",
  "no_translation",
] as const satisfies ExhibitNeed[];
export type ExhibitGap = (typeof exhibitGaps)[number];

/** What a file may do automatically when opened in a usual program, worded for a packet. */
export const activeKinds = [
  "remote picture or style",
  "script",
  "form that sends",
  "program or file that it starts",
  "remote template",
  "macro",
] as const;
export type Active = (typeof activeKinds)[number];

/**
 * What the sandbox found; null until it has inspected the file. `acts`: the active content, as far as static analysis
 * shows; missing if not analysed.
 */
export type ExhibitLook = Inspection & { acts?: readonly Active[] };
export type { FileKind, FileProblem };

export const fileKinds = [
  "jpeg",
  "png",
  "webp",
  "gif",
  "tiff",
  "pdf",
  "eml",
  "text",
  "other",
] as const satisfies FileKind[];

export const fileProblems = [
  "empty",
  "truncated",
  "password_protected",
  "unreadable",
  "too_large",
  "took_too_long",
  "stopped",
] as const satisfies FileProblem[];

/** What the sender of a file is told. `sha256`: 64 lower-case hex characters; `size` in bytes. */
export type Receipt = {
  exhibitId: string;
  label: string;
  sha256: string;
  size: number;
  /** The hash computed by the sender; if present, it was compared and matches. */
  sentSha256: string | null;
};

/** How much of an announced file is here, in bytes; the receipt once it is whole. */
export type UploadProgress = { held: number; size: number; receipt: Receipt | null };

/** An exhibit of the case that already has the same bytes. */
export type KnownExhibit = { exhibitId: string; label: string };

/** An upload as it was announced, with its receipt once its bytes are there. */
export type UploadView = {
  id: string;
  caseId: string;
  keyId: string;
  size: number;
  sha256: string | null;
  receipt: Receipt | null;
};

/** What is needed to hand out the bytes of an exhibit. */
export type OriginalView = {
  id: string;
  caseId: string;
  number: number;
  originalName: string;
  /** The data key of its case and the encrypted object; null for files that an earlier release stored unencrypted. */
  keyId: string;
  fileId: string | null;
  sha256: string;
  size: number;
  look: ExhibitLook | null;
};

/** One reading of an exhibit's words; `version` 0 is the reading on arrival. */
export type Reading = { version: number; madeAt: Date; tool: string; fileId: string };

/** What capture details can refer to in a case. */
export type CaptureChoices = {
  caseId: string;
  /** All of them, or the newest where there are many: then any of them is named by its number. */
  accounts: ExhibitAccount[];
  allAccounts: boolean;
  incidents: PickList;
  /** From the newest exhibit; empty before the first. */
  defaults: CaptureDefaults;
};

/** The account of the identity board on which the item was seen. */
export type ExhibitAccount = { id: string; code: string; platform: string; handle: string; platformId: string | null };

/** One exhibit as a page shows it. Instants are UTC; `capturedZone` is the IANA zone that the capturer named. */
export type ExhibitView = {
  id: string;
  caseId: string;
  number: number;
  /** `E-01` */
  label: string;
  description: string;
  words: string | null;
  originalName: string;
  size: number;
  sha256: string;
  /** Shown as text only, whatever its scheme: it is never a link and never fetched. */
  sourceUrl: string | null;
  platform: string | null;
  account: ExhibitAccount | null;
  capturedAt: Date | null;
  capturedZone: string | null;
  capturedBy: string | null;
  device: string | null;
  method: CaptureMethod;
  howObtained: WayObtained;
  /** The program that captured it, with its version. */
  tool: string | null;
  timeSource: TimeSource | null;
  /** Seconds by which the clock was ahead of true time; negative if behind; null if not compared. */
  clockOffset: number | null;
  postId: string | null;
  /** Shown as text only, as `sourceUrl` is. */
  permalink: string | null;
  visibility: Visibility | null;
  sensitivity: Sensitivity;
  language: string | null;
  /** The digest that the sender computed; null when it could not. When there, it is equal to `sha256`. */
  sentSha256: string | null;
  /** When the sender's device says the file was last written: context, never proof. */
  fileModifiedAt: Date | null;
  claims: FileClaims;
  look: ExhibitLook | null;
  /** It was not opened because nothing confines the program that opens files here. */
  notOpened: boolean;
  flags: readonly ExhibitFlag[];
  /** What of it is missing and can be filled in. */
  gaps: readonly ExhibitGap[];
  incidents: readonly { id: string; code: string }[];
  receivedAt: Date;
  receivedBy: string;
  /** When the stored bytes were last read back and had this hash. */
  hashCheckedAt: Date | null;
  /** Set while the newest reading found other bytes than those that arrived: it must not be handed over. */
  hashFailedAt: Date | null;
};

/** The marks of an exhibit in the list. `packet`: the last one that was built with it, as P1 and its version. */
export type ExhibitMarks = { masked: boolean; covered: boolean; packet: { code: string; version: number } | null };

/** Values that the next exhibit of a case probably shares with the one before, by the names of the form. */
export type CaptureDefaults = Record<string, string>;

/**
 * How an exhibit appears in a packet. `travels`: what happens to a file that is not completely printed: attached to the
 * PDF, withheld because a picture may reveal where it was taken, or too large; null if no file needs to travel.
 */
export type PacketShowing = { travels: "attached" | "stays" | "too_large" | "acts" | null } & (
  | { shown: "pages" | "text"; note: string | null }
  | { shown: "cover_only"; note: string }
);

export type FileKind = "jpeg" | "png" | "webp" | "gif" | "tiff" | "pdf" | "eml" | "text" | "other";

/**
 * Why a file cannot be shown, or not wholly. `took_too_long`: over the time or CPU limit. `stopped`: the child died,
 * most often of its memory limit. `too_large`: more bytes or pixels than are decoded; the file itself is kept whole.
 */
export type FileProblem =
  | "empty"
  | "truncated"
  | "password_protected"
  | "unreadable"
  | "too_large"
  | "took_too_long"
  | "stopped";

/** What the bytes are, whatever the sender called them. Width and height: pixels, or points of a PDF's first page. */
export type Inspection = {
  kind: FileKind;
  mime: string;
  width: number | null;
  height: number | null;
  /** Pages of a PDF or TIFF, frames of an animation, 1 for a picture; null where there are none. */
  pages: number | null;
  problem: FileProblem | null;
};

type PageSize = { number: number; format: "jpeg" | "png"; width: number; height: number };

/** A page drawn for print: opaque, 8 bits, sRGB, not interlaced, no metadata. `number` counts from 1. */
export type PageImage = PageSize & { bytes: Uint8Array };

/**
 * The stored bytes can be embedded unchanged: every pixel was decoded once. `orientation` is the EXIF value 1 to 8.
 * Metadata is still in them: the embedder omits the APPn, COM and text parts and anything after the end.
 */
type OriginalPicture = {
  kind: "original";
  format: "jpeg" | "png";
  width: number;
  height: number;
  orientation: number;
  channels: number;
};

/**
 * `pages` is empty when `onPage` took them. With a `problem`, what could be drawn was drawn; `skipped` are the pages
 * that could not, or not in their time.
 */
type RenderedPages = {
  kind: "pages";
  pages: PageImage[];
  shownPages: number;
  skipped: number[];
  totalPages: number;
  problem: FileProblem | null;
};

/** Text, or a mail: headers in the order of the file. `cut` is true when not everything is in `lines`. */
export type PlainText = {
  kind: "text";
  headers: { name: string; value: string }[];
  lines: string[];
  /** `sha256` is of the file as it was before it was made fit for mail; a reading of an earlier release has none. */
  attachments: { name: string; mime: string; size: number; sha256?: string }[];
  cut: boolean;
  /**
   * For a mail: what its headers say about its route. Claims of whoever wrote them; those nearest to us are the most
   * reliable.
   */
  mail?: MailFacts;
  /** For an archive: what is in it, and whether what it says of itself holds. */
  archive?: ArchiveFacts;
};

export const memberProblems = ["encrypted", "link", "method", "broken", "too_large", "over_limit"] as const;
/** Why a member of an archive was not unpacked. `over_limit`: the archive unpacks to more than is unpacked here. */
export type MemberProblem = (typeof memberProblems)[number];

export const memberOddities = ["outside", "repeated"] as const;

/** A file in an archive. `sha256` is of its bytes before they were packed. */
export type ArchiveMember = {
  name: string;
  size: number;
  mime: string;
  sha256: string | null;
  problem: MemberProblem | null;
  /** What is strange about its name: it leads out of the archive, or another member has the same. */
  odd: (typeof memberOddities)[number][];
};

/** A page in an archive, as the archive names it. `number` counts from 1. */
export type ArchivePage = { number: number; address: string; at: string | null; title: string | null };

/** What a certificate of a signed archive says; `inTime`: it was valid when the archive says it was signed. */
type SignerCertificate = {
  issuer: string | null;
  from: string;
  to: string;
  namesDomain: boolean;
  inTime: boolean;
  chain: "trusted" | "not_trusted" | "broken";
};

/**
 * What the time stamp of a signed archive proves: that its signature was there then. `trusted`: by an authority of this
 * server; else only by the certificates in the archive. `unchecked`: these are not there.
 */
export type ArchiveStamp =
  | { holds: "valid"; at: string; by: string; trusted: boolean }
  | { holds: "invalid" }
  | { holds: "unchecked" };

/**
 * The signature of a WACZ. `key`: SHA-256 of the public key. `ofManifest`: it is over the list of this archive. The
 * rest are claims of whoever made it.
 */
export type WaczSignature = {
  kind: "anonymous" | "domain";
  holds: "valid" | "invalid" | "unreadable";
  ofManifest: boolean;
  key: string | null;
  software: string | null;
  created: string | null;
  domain: string | null;
  certificate: SignerCertificate | null;
  /** From the child the token itself, which is checked outside it; kept is what it proves. */
  stamp: ArchiveStamp | { answer: string; over: string; certificates: string } | null;
};

/** What a WACZ says of itself, and whether its files have the digests that it lists. */
export type WaczFacts = {
  title: string | null;
  software: string | null;
  created: string | null;
  version: string | null;
  listed: number;
  same: number;
  differ: string[];
  missing: string[];
  unlisted: string[];
  manifest: "same" | "differs" | "not_given";
  signature: WaczSignature | null;
};

/** An archive: `directory` of a ZIP may be broken, then its members were found one by one; `broken`: a WARC is not whole. */
export type ArchiveFacts = {
  form: "zip" | "wacz" | "warc";
  directory: "whole" | "broken" | "none";
  broken: boolean;
  members: ArchiveMember[];
  moreMembers: number;
  pages: ArchivePage[];
  morePages: number;
  /** Of a WARC: how many records there are, and how many have the digest that they name. */
  records: { count: number; same: number; differ: number } | null;
  wacz: WaczFacts | null;
};

/**
 * One `Received` line, as far as it could be parsed. `claimed` is what the sending machine claims about itself, a name
 * or an address in brackets: untrusted. `seenIp` is the address that the receiving server saw and `seenName` the name
 * that it found for it; null means not known. `at` is the time as written and, if it is a date, in UTC.
 */
export type MailHop = {
  claimed: string | null;
  seenIp: string | null;
  seenName: string | null;
  by: string | null;
  with: string | null;
  at: string | null;
  atUtc: string | null;
};

export const mailNoteKinds = [
  "charset_missing",
  "charset_unknown",
  "charset_wrong",
  "encoding_unknown",
  "file_utf16",
  "header_bytes",
  "headers_too_long",
  "not_closed",
  "odd_header_lines",
  "packed",
  "parts_not_found",
  "several_mails",
  "too_deep",
  "too_many_parts",
  "versions_differ",
] as const;

/** An uncertainty in reading a mail, such as an unknown character set `detail`. */
export type MailNote = { kind: (typeof mailNoteKinds)[number]; detail: string | null };

/** A result that a server on the way noted; `by` is the server, `domain` what it was about. */
export type MailCheck = { method: "spf" | "dkim" | "dmarc" | "arc"; result: string; domain: string | null; by: string };

/** One part of the tree: `depth` 0 is the mail itself. `size` is in bytes, decoded; null for what holds other parts. */
type MailPart = { depth: number; mime: string; name: string | null; size: number | null };

export type MailFacts = {
  messageId: string | null;
  date: string | null;
  dateUtc: string | null;
  from: string | null;
  returnPath: string | null;
  replyTo: string | null;
  /** What X-Originating-IP says. The sender's own machine may have written it. */
  originatingIp: string | null;
  /** From the bottom of the headers up: the first is where the mail says it began. */
  hops: MailHop[];
  checks: MailCheck[];
  parts: MailPart[];
  notes: MailNote[];
};

type NotShown = { kind: "not_shown"; reason: FileProblem | "kind_not_shown" };

export type Rendering = OriginalPicture | RenderedPages | PlainText | NotShown;

/** `open` is called when a place in the queue is free, so that waiting holds no file open. */
export type SandboxFile = { size: number; open: () => Promise<ReadableStream<Uint8Array>> };

/** A claim that a file makes about itself, such as `EXIF`, `Taken at`, `2026:11:17 22:10:04`. Safe to show as text. */
export type MetadataEntry = { group: "EXIF" | "GPS" | "XMP" | "IPTC" | "PDF" | "Text"; name: string; value: string };

/**
 * The result of one inspection. `fingerprint`: a 64-bit difference hash of a picture in hex; near copies differ in few
 * bits.
 */
export type Looked = {
  inspection: Inspection;
  metadata: MetadataEntry[];
  fingerprint: string | null;
  rendering: Rendering;
};

/** A box in fractions of the page as seen upright, from its upper left corner: each 0 to 1. */
type MaskBox = { x: number; y: number; width: number; height: number };

export type RedactOptions = {
  /** From 1; 1 for a picture. */
  page: number;
  boxes: readonly MaskBox[];
  /** PNG if omitted: it does not blur the pixels next to a box. */
  format?: "png" | "jpeg";
  /** Of a PDF page; 150 when not given. */
  dpi?: number;
  timeoutMs?: number;
};

export type RenderOptions = {
  maxPages: number;
  /** Of PDF pages; 150 when not given. A page never has more than 12 million pixels. */
  dpi?: number;
  /** Draws JPEG and PNG pictures again too, so that none of the stored bytes and no metadata come out. */
  redraw?: boolean;
  /** Receives each page as it is drawn, so that one is in memory at a time. The child waits for it. */
  onPage?: (page: PageImage) => Promise<void>;
  /** Milliseconds of wall clock for the whole file, from its turn in the queue. */
  timeoutMs?: number;
  /** Milliseconds for one page. One that takes longer is skipped, and the next ones are drawn by another child. */
  pageMs?: number;
};

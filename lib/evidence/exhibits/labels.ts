import type { MailNote } from "@/lib/platform/sandbox/types";
import type {
  Active,
  CaptureMethod,
  ExhibitFlag,
  ExhibitNeed,
  FileKind,
  FileProblem,
  Sensitivity,
  TimeSource,
  Visibility,
  WayObtained,
} from "./types";

export const methodLabels: Record<CaptureMethod, string> = {
  screenshot: "Screenshot",
  screen_recording: "Screen recording",
  native_export: "Export by the platform or app",
  device_photo: "Photo of a screen or object",
  page_save: "Saved web page",
  email_original: "Original e-mail file (.eml)",
  document: "Document",
  other: "Other",
};

export const obtainedLabels: Record<WayObtained, string> = {
  received_by_client: "The client received it",
  public: "It was public",
  handed_over: "Someone handed it over",
  own_record: "The client made it",
};

export const timeSourceLabels: Record<TimeSource, string> = {
  device_clock: "Clock of the device",
  network_time: "Time from the network",
  platform_stamp: "Time that the platform shows",
  file_metadata: "Time inside the file",
  not_known: "Not known",
};

export const visibilityLabels: Record<Visibility, string> = {
  public: "Everyone",
  friends: "Friends or followers",
  private: "Only those it was sent to",
  not_known: "Not known",
};

export const sensitivityLabels: Record<Sensitivity, string> = {
  ordinary: "Ordinary",
  distressing: "Distressing",
  intimate: "Intimate",
};

/** What the worklist counts, in order. */
export const needLabels: Record<ExhibitNeed, string> = {
  needs_url: "No web address",
  needs_account_id: "No account id",
  needs_time: "Time or zone not set",
  no_incident: "No incident",
  no_device: "No device named",
  same_bytes: "Same bytes",
};

export const flagLabels: Record<ExhibitFlag, string> = {
  needs_url: "No web address",
  needs_account_id: "No account id",
  needs_time: "Time or zone not set",
};

/** What to do about a flag, shown with it on the page. */
export const flagAdvice: Record<ExhibitFlag, string> = {
  needs_url: "Add the full address of the post or page, with everything after the question mark.",
  needs_account_id: "Link the account and add its numeric id: companies refuse a handle alone.",
  needs_time: "Add when it was captured and in which time zone.",
};

const fileKindLabels: Record<FileKind, string> = {
  jpeg: "Picture (JPEG)",
  png: "Picture (PNG)",
  webp: "Picture (WebP)",
  gif: "Picture (GIF)",
  tiff: "Picture (TIFF)",
  pdf: "PDF document",
  eml: "E-mail",
  text: "Text",
  other: "Other file",
};

/** The media type of a page that a browser saved as one file. It is read as mails are. */
const savedPageMime = "multipart/related";

/** The type of a file, in the words of `fileKindLabels` unless its media type is more specific. */
export const fileKindOf = ({ kind, mime }: { kind: FileKind; mime: string }): string =>
  kind === "eml" && mime === savedPageMime ? "Saved web page (MHTML)" : fileKindLabels[kind];

/** A kind within a sentence. */
export const kindsInWords: Record<Exclude<FileKind, "other">, string> = {
  jpeg: "a JPEG picture",
  png: "a PNG picture",
  webp: "a WebP picture",
  gif: "a GIF picture",
  tiff: "a TIFF picture",
  pdf: "a PDF document",
  eml: "an e-mail",
  text: "plain text",
};

/** Names of other files, by the prefix of their media type. */
export const mimeLabels: readonly (readonly [begins: string, words: string])[] = [
  ["image/svg", "a drawing (SVG)"],
  ["image/", "another kind of picture"],
  ["video/", "a film"],
  ["audio/", "a sound recording"],
  ["text/html", "a web page"],
  ["application/zip", "a ZIP archive"],
  ["application/x-msdownload", "a program"],
  ["application/x-elf", "a program"],
  ["application/x-mach-binary", "a program"],
  ["application/vnd.openxmlformats", "an Office document"],
  ["application/x-cfb", "an older Office document"],
];

/** Shown with a name whose extension does not match the file. */
export const misnamedAdvice = "It is kept as it came, and shown and printed as what it is.";

/** Why a file is not drawn, as printed on a cover page and the evidence page. */
export const problemSentences: Record<FileProblem | "kind_not_shown", string> = {
  empty: "This file has no bytes. It is kept as it was received.",
  truncated: "This file is cut short: its end is missing. It is kept as it was received.",
  password_protected:
    "This file is locked with a password, so its pages cannot be printed. It is kept as it was received.",
  unreadable: "This file could not be read as what it says it is. It is kept as it was received.",
  too_large: "This file is too large to print. It is kept as it was received.",
  took_too_long: "Reading this file took too long, so it is not printed. It is kept as it was received.",
  stopped: "Reading this file used too much memory, so it is not printed. It is kept as it was received.",
  kind_not_shown: "Files of this kind are not printed, for safety. It is kept as it was received.",
};

/** The active content of a file, in sentences. */
export const activeSentences: Record<Active, string> = {
  "remote picture or style":
    "It loads a picture or a style from a server, which then learns when and from where it was opened.",
  script: "It runs a script of whoever made it.",
  "form that sends": "It holds a form that sends what is in it to somebody.",
  "program or file that it starts": "It starts a program or another file, or holds one inside.",
  "remote template": "It loads a template from a server, which learns of it and can change what is shown.",
  macro: "It holds macros, which are programs.",
};

export const openSafely =
  "Open it only on a computer without a network, in a program that loads no remote content and runs no scripts or macros.";

/** Uncertainties in reading a mail, for a reader who wonders whether it is complete. */
export function mailNoteWords({ kind, detail }: MailNote): string {
  return mailNotes[kind](detail ?? "not said");
}

const mailNotes: Record<MailNote["kind"], (detail: string) => string> = {
  charset_missing: (set) =>
    `A part does not say how its letters are written. It was read as ${set}; accents may be wrong.`,
  charset_unknown: (set) =>
    `A part says that its letters are written as “${set}”, which is not known here. Accents may be wrong.`,
  charset_wrong: (set) => `Some letters are not what the mail says they are (${set}). Each stands as �.`,
  encoding_unknown: (name) => `A part is packed in a way that is not known here (${name}). It is shown as it stands.`,
  file_utf16: () =>
    "The file was not saved as it was received, but as text of Windows (UTF-16). Its words are the same.",
  header_bytes: () => "Headers hold letters in a form that mail does not allow. They were read as Windows-1252.",
  headers_too_long: () => "The headers are longer than is read here. Download the original to read the rest.",
  not_closed: () => "The line that ends the last part is missing. The mail may be cut off.",
  odd_header_lines: () => "Lines that are no headers stand among the headers. They are shown with the words.",
  packed: (name) => `Words may be in an encrypted or signed package (${name}), which is not opened here.`,
  parts_not_found: () => "The mail says that it has parts, but none was found. It is shown as it stands.",
  several_mails: () =>
    "The file holds more than one mail. Only the headers of the first are read; the others stand below its words.",
  too_deep: () => "Parts lie deeper inside each other than is read here. Download the original to read the rest.",
  too_many_parts: () => "The mail has more parts than are read here. Download the original to read the rest.",
  versions_differ: () =>
    "The mail holds its words more than once, and they differ. All are shown; which one a person saw depends on their mail program.",
};

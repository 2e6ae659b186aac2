import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
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

export const methodLabels: Record<CaptureMethod, string> = labelTable(() => ({
  screenshot: t("Screenshot"),
  screen_recording: t("Screen recording"),
  native_export: t("Export by the platform or app"),
  device_photo: t("Photo of a screen or object"),
  page_save: t("Saved web page"),
  email_original: t("Original e-mail file (.eml)"),
  document: t("Document"),
  other: t("Other"),
}));

export const obtainedLabels: Record<WayObtained, string> = labelTable(() => ({
  received_by_client: t("The client received it"),
  public: t("It was public"),
  handed_over: t("Someone handed it over"),
  own_record: t("The client made it"),
}));

export const timeSourceLabels: Record<TimeSource, string> = labelTable(() => ({
  device_clock: t("Clock of the device"),
  network_time: t("Time from the network"),
  platform_stamp: t("Time that the platform shows"),
  file_metadata: t("Time inside the file"),
  file_name: t("Time in the name of the file"),
  not_known: t("Not known"),
}));

export const visibilityLabels: Record<Visibility, string> = labelTable(() => ({
  public: t("Everyone"),
  friends: t("Friends or followers"),
  private: t("Only those it was sent to"),
  not_known: t("Not known"),
}));

export const sensitivityLabels: Record<Sensitivity, string> = labelTable(() => ({
  ordinary: t("Ordinary"),
  distressing: t("Distressing"),
  intimate: t("Intimate"),
}));

/** What the worklist counts, in order. */
export const needLabels: Record<ExhibitNeed, string> = labelTable(() => ({
  with_gaps: t("With gaps"),
  needs_url: t("No web address"),
  needs_account_id: t("No account id"),
  needs_time: t("Time or zone not set"),
  no_incident: t("No incident"),
  no_device: t("No device named"),
  no_translation: t("No translation"),
  same_bytes: t("Same bytes"),
  looks_alike: t("Looks like another"),
}));

export const flagLabels: Record<ExhibitFlag, string> = labelTable(() => ({
  needs_url: t("No web address"),
  needs_account_id: t("No account id"),
  needs_time: t("Time or zone not set"),
}));

/** What to do about a flag, shown with it on the page. */
export const flagAdvice: Record<ExhibitFlag, string> = labelTable(() => ({
  needs_url: t("Add the full address of the post or page, with everything after the question mark."),
  needs_account_id: t("Link the account and add its numeric id: companies refuse a handle alone."),
  needs_time: t("Add when it was captured and in which time zone."),
}));

const fileKindLabels: Record<FileKind, string> = labelTable(() => ({
  jpeg: t("Picture (JPEG)"),
  png: t("Picture (PNG)"),
  webp: t("Picture (WebP)"),
  gif: t("Picture (GIF)"),
  tiff: t("Picture (TIFF)"),
  pdf: t("PDF document"),
  eml: t("E-mail"),
  text: t("Text"),
  other: t("Other file"),
}));

/** Kinds of text and mail that have a name of their own. An MHTML is read as mails are. */
const textsByMime: Partial<Record<string, string>> = labelTable(() => ({
  "multipart/related": t("Saved web page (MHTML)"),
  "text/html": t("Saved web page (HTML)"),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": t("Office document (DOCX)"),
  "application/vnd.oasis.opendocument.text": t("Office document (ODT)"),
  "application/zip": t("ZIP archive"),
  "application/wacz": t("Web archive (WACZ)"),
  "application/warc": t("Web archive (WARC)"),
}));

const recordingKind = (mime: string): string | undefined =>
  mime.startsWith("audio/") ? t("Sound recording") : mime.startsWith("video/") ? t("Film") : undefined;

/** The type of a file, in the words of `fileKindLabels` unless its media type is more specific. */
export const fileKindOf = ({ kind, mime }: { kind: FileKind; mime: string }): string =>
  (kind === "eml" || kind === "text" ? textsByMime[mime] : undefined) ?? recordingKind(mime) ?? fileKindLabels[kind];

/** A kind within a sentence. */
export const kindsInWords: Record<Exclude<FileKind, "other">, string> = labelTable(() => ({
  jpeg: t("a JPEG picture"),
  png: t("a PNG picture"),
  webp: t("a WebP picture"),
  gif: t("a GIF picture"),
  tiff: t("a TIFF picture"),
  pdf: t("a PDF document"),
  eml: t("an e-mail"),
  text: t("plain text"),
}));

/** Names of other files, by the prefix of their media type. */
export const mimeLabels: readonly (readonly [begins: string, words: string])[] = labelTable(() => [
  ["image/svg", t("a drawing (SVG)")],
  ["image/", t("another kind of picture")],
  ["video/", "a film"],
  ["audio/", t("a sound recording")],
  ["text/html", t("a web page")],
  ["application/zip", "a ZIP archive"],
  ["application/wacz", t("a web archive")],
  ["application/warc", t("a web archive")],
  ["application/x-msdownload", "a program"],
  ["application/x-elf", "a program"],
  ["application/x-mach-binary", "a program"],
  ["application/vnd.openxmlformats", "an Office document"],
  ["application/vnd.oasis", "an Office document"],
  ["application/x-cfb", t("an older Office document")],
]);

/** Shown with a name whose extension does not match the file. */
export const misnamedAdvice = t("It is kept as it came, and shown and printed as what it is.");

/** Why a file is not drawn, as printed on a cover page and the evidence page. */
export const problemSentences: Record<FileProblem | "kind_not_shown", string> = labelTable(() => ({
  empty: t("This file has no bytes. It is kept as it was received."),
  truncated: t("This file is cut short: its end is missing. It is kept as it was received."),
  password_protected: t(
    "This file is locked with a password, so its pages cannot be printed. It is kept as it was received.",
  ),
  unreadable: t("This file could not be read as what it says it is. It is kept as it was received."),
  too_large: t("This file is too large to print. It is kept as it was received."),
  took_too_long: t("Reading this file took too long, so it is not printed. It is kept as it was received."),
  stopped: t("Reading this file used too much memory, so it is not printed. It is kept as it was received."),
  kind_not_shown: t("Files of this kind are not printed, for safety. It is kept as it was received."),
}));

/** The active content of a file, in sentences. */
export const activeSentences: Record<Active, string> = labelTable(() => ({
  "remote picture or style": t(
    "It loads a picture or a style from a server, which then learns when and from where it was opened.",
  ),
  script: t("It runs a script of whoever made it."),
  "form that sends": t("It contains a form that sends what is entered in it to somebody."),
  "program or file that it starts": t("It starts a program or another file, or holds one inside."),
  "remote template": t("It loads a template from a server, which learns of it and can change what is shown."),
  macro: t("It holds macros, which are programs."),
}));

export const openSafely = t(
  "Open it only on a computer without a network, in a program that loads no remote content and runs no scripts or macros.",
);

/** Uncertainties in reading a mail, for a reader who wonders whether it is complete. */
export function mailNoteWords({ kind, detail }: MailNote): string {
  return mailNotes[kind](detail ?? "not said");
}

const mailNotes: Record<MailNote["kind"], (detail: string) => string> = {
  charset_missing: (set) =>
    t("A part does not state its character encoding. It was read as {set}; accents may be wrong.", { set }),
  charset_unknown: (set) =>
    t("A part states the character encoding “{set}”, which is not known here. Accents may be wrong.", { set }),
  charset_wrong: (set) =>
    t("Some characters do not fit the encoding that the mail states ({set}). Each is shown as �.", { set }),
  encoding_unknown: (name) => t("A part uses an unknown encoding ({name}). It is shown unchanged.", { name }),
  file_utf16: () =>
    t("The file was not saved as it was received, but as text of Windows (UTF-16). Its words are the same."),
  header_bytes: () => t("Headers hold letters in a form that mail does not allow. They were read as Windows-1252."),
  headers_too_long: () => t("The headers are longer than is read here. Download the original to read the rest."),
  not_closed: () => t("The line that ends the last part is missing. The mail may be cut off."),
  odd_header_lines: () => t("Some lines among the headers are not headers. They are shown with the text."),
  packed: (name) => t("Words may be in an encrypted or signed package ({name}), which is not opened here.", { name }),
  parts_not_found: () => t("The mail claims to have parts, but none was found. It is shown unchanged."),
  several_mails: () =>
    t(
      "The file contains more than one mail. Only the headers of the first are read; the others appear below its text.",
    ),
  too_deep: () => t("Parts lie deeper inside each other than is read here. Download the original to read the rest."),
  too_many_parts: () => t("The mail has more parts than are read here. Download the original to read the rest."),
  versions_differ: () =>
    t(
      "The mail contains more than one version of its text, and they differ. All are shown; which one a person saw depends on their mail program.",
    ),
};

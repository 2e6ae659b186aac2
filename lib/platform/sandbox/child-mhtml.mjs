const BOUNDARY = "crossdocket-saved-page-5c1d7f0a";

/** Where a page is put that was saved without its address. The name can never be one of the Internet (RFC 6761). */
const NOWHERE = "https://saved-page.invalid/";

/** The address of a member of an archive, as links beside it lead to it. */
export function placeOf(name) {
  const parts = name.replaceAll("\\", "/").split("/");
  return new URL(parts.map((part) => encodeURIComponent(part)).join("/"), NOWHERE).href;
}

/**
 * One file of a page and what belongs to it (MHTML, RFC 2557), which a browser draws without asking anybody: what is
 * not in it is not there. @param parts `{ at, mime, bytes }`, the page first
 */
export function composeMhtml(parts) {
  const head = [
    "From: <Crossdocket>",
    "MIME-Version: 1.0",
    `Content-Type: multipart/related; type="text/html"; boundary="${BOUNDARY}"`,
    "",
    "",
  ].join("\r\n");
  const pieces = [Buffer.from(head)];
  for (const { at, mime, bytes } of parts) {
    const fields = [
      `--${BOUNDARY}`,
      `Content-Type: ${plain(mime) || "application/octet-stream"}`,
      "Content-Transfer-Encoding: base64",
      `Content-Location: ${plain(at)}`,
      "",
      "",
    ].join("\r\n");
    pieces.push(Buffer.from(fields), Buffer.from(bytes.toString("base64"), "latin1"), Buffer.from("\r\n"));
  }
  pieces.push(Buffer.from(`--${BOUNDARY}--\r\n`));
  return Buffer.concat(pieces);
}

/** A field has one line. */
const plain = (text) => text.replace(/[^\x20-\x7e]/g, "").slice(0, 4000);

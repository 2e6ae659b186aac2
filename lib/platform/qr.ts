import { encode } from "uqr";

/** Version 6 at level M: for a larger one, a camera needs more space than a form has. */
const longest = 106;
const largest = 6;

/**
 * A text as a QR code: rows of modules, true for black, without the quiet zone of four modules around it.
 * @returns null when the text has more than 106 bytes
 */
export function qrCode(text: string): boolean[][] | null {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > longest) return null;
  return encode(bytes, { ecc: "M", maxVersion: largest, border: 0 }).data;
}

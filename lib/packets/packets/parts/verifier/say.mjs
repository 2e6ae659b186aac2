/** `15 383` */
export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, "\u00A0");

export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

/** Groups of four, for reading out on the phone. */
export const groups = (hex) => (hex.match(/.{1,4}/g) ?? []).join(" ");

/** `3, 4 and 9`; a long list is cut. */
export function listed(all) {
  const shown = all.length > 12 ? [...all.slice(0, 11), `${all.length - 11} more`] : all;
  return shown.length < 2 ? String(shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

export const doNotUse = "Do not use it; tell the liaison desk.";

/** Why a file is not the one that was packed. */
export function differs(wanted, found) {
  if (found.holds)
    return `It holds what was packed as ${found.holds}${found.swapped ? `: the two files were swapped` : ""}. ${doNotUse}`;
  const sizes =
    wanted.bytes === found.bytes
      ? `The size is the same (${number(wanted.bytes)} bytes), the content is not.`
      : `The packet says ${number(wanted.bytes)} bytes, this file has ${number(found.bytes)}.`;
  return `This is not the file that was packed. ${sizes} The packet says SHA-256 ${wanted.sha256}, this file has ${found.sha256}. ${doNotUse}`;
}

const signatureWords = {
  changed: "The signature is over something else: the file was changed after it was signed.",
  bad: "The signature does not fit its certificate: it was changed, or made with another key.",
  unreadable: "The signature cannot be read: it is damaged, or no signature.",
  unknown: "It is signed in a way that this page does not know. The files can still be compared; the signature cannot.",
  no_crypto:
    "This browser lends a page that was opened from a file no tool to check a signature. The files can still be compared. Open the page in another browser to check the signature.",
};

/** The report line for the signature state of `what`. */
export function signatureLine(what, state, otherwise) {
  if (state === "good") return { state: "ok", what, said: otherwise };
  const open = state === "unknown" || state === "no_crypto";
  return { state: open ? "open" : "bad", what, said: `${signatureWords[state]}${open ? "" : ` ${doNotUse}`}` };
}

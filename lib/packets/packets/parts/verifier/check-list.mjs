import { checkSignature } from "./cms.mjs";
import { doNotUse, plural, signatureLine } from "./say.mjs";
import { Sha256 } from "./sha256.mjs";

export const LIST = "manifest.json";
export const LIST_SIGNATURE = "manifest.json.p7s";

/** The manifest from its bytes, or why it is invalid. */
export function readList(bytes) {
  let list;
  try {
    list = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { problem: "It cannot be read: it is damaged, or it is not the list of a packet." };
  }
  if (list?.format !== "crossdocket-packet-manifest") return { problem: "It is not the list of a packet." };
  if (list.formatVersion !== 1)
    return { problem: "A newer release wrote it. Open the verify.html that came with the packet." };
  const complete = [list.parts, list.pages, list.exhibits].every(Array.isArray) && list.packet && list.counts;
  return complete ? { list } : { problem: "Something is missing in it." };
}

/** Who signed the list. The fingerprint is returned for the phone call, whatever else is wrong. */
export async function checkListSignature(bytes, signature, list) {
  const what = "Signature of the list";
  const wanted = list?.signer?.fingerprint ?? null;
  if (!signature) {
    if (wanted === null && list?.packet.approvedAt)
      return {
        line: {
          state: "bad",
          what,
          said: `The list says that this version was approved, and it is not signed. What is approved is signed, so the list cannot be trusted. ${doNotUse}`,
        },
      };
    if (wanted === null)
      return { line: { state: "open", what, said: "The packet was not signed, so anybody may have made it." } };
    return {
      line: {
        state: "bad",
        what,
        said: `${LIST_SIGNATURE} is missing. Without it nobody can tell who made the list, so the list cannot be trusted. ${doNotUse}`,
      },
    };
  }
  const signed = await checkSignature(signature, new Sha256().update(bytes).hex());
  if (signed.fingerprint && wanted && signed.fingerprint !== wanted)
    return {
      signed,
      line: { state: "bad", what, said: `Another key signed the list than the list itself names. ${doNotUse}` },
    };
  const good = "The list was not changed after it was signed. Compare the fingerprint by phone.";
  return { signed, line: signatureLine(what, signed.state, good) };
}

/** Checks that the list is consistent, and what page 1 must print. */
export function checkCounts(list) {
  const { exhibits, pages } = list.counts;
  const message = `${plural(list.exhibits.length, "exhibit")}, ${plural(list.pages.length, "page")}`;
  const wrong = list.exhibits.length !== exhibits || (list.pages.length > 0 && list.pages.length !== pages);
  if (wrong)
    return {
      state: "bad",
      what: "Counts",
      said: `The list names ${message} and counts ${exhibits} and ${pages}. ${doNotUse}`,
    };
  return {
    state: "ok",
    what: "Counts",
    said: `${plural(exhibits, "exhibit")} and ${plural(pages, "page")}. Page 1 of the PDF must say the same.`,
  };
}

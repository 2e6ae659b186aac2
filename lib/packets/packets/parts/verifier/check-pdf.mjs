import { checkSignature } from "./cms.mjs";
import { signedParts, signedRange } from "./read-file.mjs";
import { differs, doNotUse, listed, plural, signatureLine } from "./say.mjs";

/** The served PDF: its bytes, its pages, its signature, and that nothing was added after the signing. */
export async function checkPdf(part, found, manifest) {
  const what = `Packet, ${part.name}`;
  const same = found.sha256 === part.sha256;
  const whole = same
    ? { state: "ok", what, said: `As packed: ${plural(manifest.pages.length || part.pages, "page")}.` }
    : { state: "bad", what, said: `${differs(part, found)}${describePages(found.pages)}` };
  const range = await signedRange(found.file, found.ranges);
  if (!range) {
    if (!manifest.signer)
      return [whole, { state: "open", what: "Signature in the PDF", said: "The PDF is not signed." }];
    return [whole, { state: "bad", what: "Signature in the PDF", said: `The PDF carries no signature. ${doNotUse}` }];
  }
  return [whole, ...(await signatureOf(found.file, range, manifest))];
}

function describePages(pages) {
  if (pages.length === 0) return "";
  const changed = pages.filter((page) => !page.same).map((page) => page.page);
  if (changed.length === 0)
    return " Every page that was packed is still in its place; the change is outside the pages.";
  if (changed.length === pages.length) return " No page is as it was packed.";
  return ` Changed: page ${listed(changed)}. The other pages are as packed.`;
}

async function signatureOf(file, range, manifest) {
  const end = range[2] + range[3];
  const added = file.size - end;
  const covers =
    added === 0
      ? {
          state: "ok",
          what: "End of the PDF",
          said: "The signature covers the whole file; nothing was added after it.",
        }
      : { state: "bad", what: "End of the PDF", said: `${describeEnd(added)} ${doNotUse}` };
  const { sha256, cms } = await signedParts(file, range);
  const signed = await checkSignature(cms, sha256);
  const expected = manifest.signer?.fingerprint;
  if (signed.fingerprint && expected && signed.fingerprint !== expected)
    return [
      covers,
      {
        state: "bad",
        what: "Signature in the PDF",
        said: `Another key signed the PDF than the list says. ${doNotUse}`,
      },
    ];
  return [
    covers,
    signatureLine("Signature in the PDF", signed.state, "The signature fits the PDF and the key of the list."),
  ];
}

const describeEnd = (added) =>
  added > 0
    ? `${plural(added, "byte was", "bytes were")} added to the PDF after it was signed.`
    : `${plural(-added, "byte is", "bytes are")} missing at the end of the PDF.`;

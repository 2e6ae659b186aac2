import type { Hash } from "node:crypto";
import { PDFHexString, type PDFRef, PDFString } from "pdf-lib";
import type { ObjectFile, Roots } from "./object-file";
import type { SignaturePlan } from "./write-document";

/** The refs that a signature needs: its own and that of its field, a widget on the first page. */
export type SignatureRefs = { signature: PDFRef; field: PDFRef };

const RANGE_WIDTH = 48;

/** The field of the signature: a widget with no size, so that it shows nothing and prints nothing. */
export function writeField(file: ObjectFile, refs: SignatureRefs, page: PDFRef): void {
  const nothing = file.context.obj({ Type: "XObject", Subtype: "Form", BBox: [0, 0, 0, 0], Resources: {} });
  const appearance = file.stream(nothing, []);
  file.add(
    file.context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      T: PDFString.of("Signature"),
      TU: PDFString.of("Signature"),
      Rect: [0, 0, 0, 0],
      F: 132,
      P: page,
      V: refs.signature,
      AP: { N: appearance },
    }),
    refs.field,
  );
}

/**
 * Writes the signature and the end of the file. Everything before is written and hashed; only this tail, whose size is
 * known exactly, is held until the digest over everything but the signature's own value is computed and signed.
 * @throws Error if the value does not fit the reserved space
 */
export async function signedTail(
  file: ObjectFile,
  ref: PDFRef,
  plan: SignaturePlan,
  roots: Roots,
): Promise<{ pieces: Buffer[]; sha256: string; size: number }> {
  file.reserve(ref);
  const start = file.position;
  const [before, behind] = textsOf(ref, plan);
  const room = plan.reserve * 2 + 2;
  const open = start + before.length + RANGE_WIDTH + " /Contents ".length;
  const crossed = file.crossReference(roots, open + room + behind.length);
  const rest = Buffer.concat([Buffer.from(behind, "latin1"), crossed]);
  const range = `[0 ${open} ${open + room} ${rest.length}]`.padEnd(RANGE_WIDTH);
  const head = Buffer.from(`${before}${range} /Contents `, "latin1");
  const whole: Hash = file.digest().update(head);
  const signed = whole.copy().update(rest).digest();
  const der = await plan.sign(signed);
  if (der.length > plan.reserve) throw new Error("the signature is larger than the room that was kept for it");
  const contents = Buffer.from(
    `<${Buffer.from(der)
      .toString("hex")
      .padEnd(plan.reserve * 2, "0")}>`,
    "latin1",
  );
  const sha256 = whole.update(contents).update(rest).digest("hex");
  return { pieces: [head, contents, rest], sha256, size: open + room + rest.length };
}

function textsOf(ref: PDFRef, plan: SignaturePlan): [string, string] {
  const before = [
    `${ref.objectNumber} 0 obj`,
    "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
    `/Name ${PDFHexString.fromText(plan.name)} /Reason ${PDFHexString.fromText(plan.reason)}`,
    `/M ${PDFString.fromDate(plan.at)}`,
    "/ByteRange ",
  ].join("\n");
  return [before, " >>\nendobj\n"];
}

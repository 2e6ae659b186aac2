import { LIST } from "./check-list.mjs";
import { checkSignature } from "./cms.mjs";
import { readFile, signedParts, signedRange } from "./read-file.mjs";
import { doNotUse, groups, plural, signatureLine } from "./say.mjs";

/** What a hand-over paper says of itself in its metadata: `crossdocket:receipt CD-26-0147-P1 v2 manifest.json sha256:…` */
const MARK = /crossdocket:(certificate|receipt|slip) (\S+) v(\d+) manifest\.json sha256:([0-9a-f]{64})/g;
/** Such a paper by its name, so that one whose metadata was changed is named too. */
const NAME = /-v\d+-(?:(handover)-\d+|(receipt)-\d+|receipt-slip)(?: ?\(\d+\))?\.pdf$/;
const titles = { certificate: "Certificate of handover", receipt: "Receipt", slip: "Receipt slip" };
const LARGEST = 16 * 1024 * 1024;

/**
 * The papers about a handover that lie with a packet: whether each is whole, signed with the key of the packet, and made
 * for this packet. Marks them and their signature files as used. `packet`: the signer's fingerprint and the SHA-256 of
 * the list; null without a packet.
 */
export async function checkPapers(found, packet) {
  const lines = [];
  let signed = null;
  for (const file of found.filter((candidate) => !candidate.used)) {
    const paper = await readPaper(file);
    if (!paper) continue;
    file.used = true;
    const what = `${titles[paper.kind]}, ${file.name}`;
    const own = await checkOwn(what, file, packet);
    signed ??= own.signed;
    lines.push(...own.lines);
    // Of a paper that was changed nothing is repeated: whoever changed it chose what it says.
    if (own.holds) lines.push(belongs(what, paper, packet));
    lines.push(...(await checkBeside(what, file, { found, signed: own.signed })));
  }
  return { lines: lines.map((line) => ({ ...line, paper: true })), signed };
}

async function readPaper({ file, name }) {
  if (!/\.pdf$/i.test(name) || file.size > LARGEST) return null;
  const text = new TextDecoder("latin1").decode(await file.arrayBuffer());
  const marks = [...text.matchAll(MARK)].map(([, kind, no, version, sha256]) => ({ kind, no, version, sha256 }));
  const [, handover, receipt] = NAME.exec(name) ?? [];
  if (marks.length === 0 && !NAME.test(name)) return null;
  const named = handover ? "certificate" : receipt ? "receipt" : "slip";
  return { kind: marks[0]?.kind ?? named, mark: marks.length === 1 ? marks[0] : null };
}

/** The signature inside the PDF: over all of it, unchanged, and by whom. */
async function checkOwn(what, { file }, packet) {
  const { ranges } = await readFile(file, { stretches: [{ page: 1, from: 0, to: 0, sha256: "" }] });
  const range = await signedRange(file, ranges);
  if (!range)
    return {
      holds: false,
      signed: null,
      lines: [{ state: "bad", what, said: `It carries no signature, and such a paper is signed. ${doNotUse}` }],
    };
  const added = file.size - range[2] - range[3];
  const { sha256, cms } = await signedParts(file, range);
  const signed = await checkSignature(cms, sha256);
  if (added !== 0) {
    const said =
      added > 0 ? `${plural(added, "byte was", "bytes were")} added after it was signed.` : "It is cut short.";
    return { holds: false, signed, lines: [{ state: "bad", what, said: `${said} ${doNotUse}` }] };
  }
  if (packet?.fingerprint && signed.fingerprint !== null && signed.fingerprint !== packet.fingerprint) {
    const said = `Another key signed it than the packet. Its fingerprint is ${groups(signed.fingerprint)}. Do not use it, unless the organisation tells you on the phone that this is its key too.`;
    return { holds: false, signed, lines: [{ state: "bad", what, said }] };
  }
  const same = packet?.fingerprint ? "It is whole, and the key of this packet signed it." : "It is whole and signed.";
  return { holds: signed.state === "good", signed, lines: [signatureLine(what, signed.state, same)] };
}

/** A paper names the list of its packet by its hash, so it cannot be laid beside another one. */
function belongs(what, { mark }, packet) {
  if (!mark) return { state: "bad", what, said: `It does not say to which packet it belongs. ${doNotUse}` };
  const named = `${mark.no}, version ${mark.version}`;
  if (!packet)
    return { state: "note", what, said: `It belongs to ${named}, whose ${LIST} has the SHA-256 ${mark.sha256}.` };
  if (mark.sha256 === packet.list)
    return { state: "ok", what, said: `It belongs to this packet, ${named}: it names its ${LIST} by the SHA-256.` };
  return {
    state: "bad",
    what,
    said: `It belongs to another packet: ${named}, whose ${LIST} has the SHA-256 ${mark.sha256}. It says nothing about this one.`,
  };
}

/** The signature file next to it, over the whole PDF: anybody can check it without this page. */
async function checkBeside(what, { file, name, sha256 }, { found, signed }) {
  const beside = found.find((candidate) => candidate.name === `${name}.p7s` && !candidate.used);
  if (!beside) return [{ state: "note", what, said: `${name}.p7s is not here. The PDF carries its own signature.` }];
  beside.used = true;
  const whole = sha256 ?? (await readFile(file)).sha256;
  const also = await checkSignature(new Uint8Array(await beside.file.arrayBuffer()), whole);
  const title = `Signature file, ${beside.name}`;
  if (also.fingerprint && signed?.fingerprint && also.fingerprint !== signed.fingerprint)
    return [{ state: "bad", what: title, said: `Another key made it than signed the PDF. ${doNotUse}` }];
  return [signatureLine(title, also.state, "It fits the paper, and the same key made it.")];
}

import { beforeAll, describe, expect, test } from "vitest";
import { checkPacket } from "@/lib/packets/packets/parts/verifier/check-packet.mjs";
import { verdictOf } from "@/lib/packets/packets/parts/verifier/verdict.mjs";
import { makeKey, packetFolder, type SigningKey, signDetached, signPdf } from "@/tests/support/packet-folder";
import { sha256 } from "@/tests/support/sample-parts";
import { hasTool } from "@/tests/support/tools";

type Folder = ReadonlyMap<string, Buffer>;

const pdf = "CD-2026-0147-v2.pdf";
const letter = "letter-1-preservation-x-corp.pdf";
const letterToEdit = "letter-1-preservation-x-corp.docx";
const request = "CD-2026-0147-v2-request.docx";
const list = "manifest.json";
const signature = "manifest.json.p7s";
const files = [pdf, letter, letterToEdit, request, "case-uco.jsonld", "verify.html", "E-01.png"] as const;
const strict = files.filter((name) => !name.endsWith(".docx"));
const dontUse = "Do not use this packet";
const phone = "at the liaison desk (this packet prints +27 00 000 0147; use the number that you already hold)";

let key: SigningKey;
let other: SigningKey;
let folder: Folder;
let draft: Folder;
let withdrawn: Folder;

const parts = [
  ["letter-1", letter, Buffer.from("%PDF a letter to one provider")],
  ["letter-1-docx", letterToEdit, Buffer.from("PK a letter to edit")],
  ["request", request, Buffer.from("PK a letter of request to edit")],
] as const;

async function judge(given: Folder): Promise<{ title: string; text: string }> {
  const present = [...given].map(([name, bytes]) => new File([Uint8Array.from(bytes)], name));
  const report = await checkPacket(present);
  const [, title, next] = verdictOf(report);
  const lines = report.lines.map(({ what, said }: { what: string; said: string }) => `${what}: ${said}`);
  return { title, text: [next, ...lines].join("\n").replaceAll("\u00A0", " ") };
}

const bytesOf = (name: string): Buffer => Buffer.from(folder.get(name) ?? Buffer.alloc(0));
const put = (name: string, bytes: Buffer, from: Folder = folder): Folder => new Map([...from, [name, bytes]]);
const without = (...names: string[]): Folder => new Map([...folder].filter(([name]) => !names.includes(name)));
const flipped = (name: string, place: number): Folder => {
  const bytes = bytesOf(name);
  const at = Math.floor(bytes.length * place);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return put(name, bytes);
};
const named = (name: string): RegExp => new RegExp(name.replaceAll(".", "\\."));
const rewritten = (change: (text: string) => string, from: Folder = folder): Folder =>
  put(list, Buffer.from(change((from.get(list) ?? Buffer.alloc(0)).toString())), from);
const swapped = (one: string, two: string): Folder => put(one, bytesOf(two), put(two, bytesOf(one)));
/** A file and the list changed so that they agree with each other. */
const consistent = (name: string): Folder => {
  const bytes = Buffer.concat([bytesOf(name), Buffer.from(" ")]);
  const agrees = rewritten((text) => text.replaceAll(sha256(bytesOf(name)), sha256(bytes)));
  return put(name, bytes, agrees);
};
/** Every signature replaced by one of another key, and the list names that key. */
const forged = (change: (text: string) => string): Folder => {
  const to = rewritten((text) => change(text.replaceAll(key.fingerprint, other.fingerprint)));
  return put(signature, signDetached(other, to.get(list) ?? Buffer.alloc(0)), to);
};

type Row = readonly [what: string, files: () => Folder, title: string | RegExp, says: RegExp | string];

/** Ten of each of ten kinds. */
const kinds: Record<string, readonly Row[]> = {
  "a changed byte": [
    ...[0.2, 0.4, 0.6].map(
      (place): Row => [`${pdf} at ${place}`, () => flipped(pdf, place), dontUse, /Changed: page|outside the pages/],
    ),
    ...strict
      .slice(1)
      .map(
        (name): Row => [
          name,
          () => flipped(name, 0.5),
          dontUse,
          named(`${name}: This is not the file that was packed`),
        ],
      ),
    ["the first byte of E-01.png", () => flipped("E-01.png", 0), dontUse, /E-01 original: This is not the file/],
    ["the list", () => flipped(list, 0.5), dontUse, /cannot be trusted|cannot be read/],
    ["the signature of the list", () => flipped(signature, 0.95), dontUse, /Signature of the list: The signature/],
  ].map((row) =>
    row[0] === "E-01.png"
      ? (["E-01.png", row[1], dontUse, /E-01 original: This is not the file/] as Row)
      : (row as Row),
  ),
  "a missing file": [
    ...strict.map(
      (name): Row => [
        name,
        () => without(name),
        dontUse,
        name === "E-01.png" ? /E-01.png is missing/ : named(`${name}: It is missing`),
      ],
    ),
    [list, () => without(list), dontUse, /manifest.json is not among these files/],
    [signature, () => without(signature), dontUse, /manifest.json.p7s is missing.*cannot be trusted/],
    ["two files", () => without(letter, "E-01.png"), dontUse, /2 things do not match/],
    ["the packet and the verifier", () => without(pdf, "verify.html"), dontUse, /2 things do not match/],
    [
      "all but the list",
      () => new Map([...folder].filter(([name]) => name.startsWith(list))),
      dontUse,
      /It is missing/,
    ],
  ],
  "an extra file": [
    ["invoice.pdf", "E-11.png", "README.md", "letter-2-preservation-meta-platforms-inc.pdf", "CD-2026-0147-v3.pdf"].map(
      (name): Row => [
        name,
        () => put(name, Buffer.from("extra")),
        /look at what else is here/,
        named(`${name}: This file is not part of the packet`),
      ],
    ),
    ["a.exe", "manifest.json.bak", "note.txt", "E-01.png.zip", "annex.pdf"].map(
      (name): Row => [
        name,
        () => put(name, Buffer.from("more")),
        /look at what else is here/,
        named(`${name}: This file is not part of the packet`),
      ],
    ),
  ].flat(),
  "two files swapped": (
    [
      [pdf, letter],
      [pdf, "E-01.png"],
      [pdf, "case-uco.jsonld"],
      [pdf, "verify.html"],
      [letter, "E-01.png"],
      [letter, "case-uco.jsonld"],
      [letter, letterToEdit],
      [request, letterToEdit],
      ["E-01.png", "verify.html"],
      ["case-uco.jsonld", request],
    ] as const
  ).map(
    ([one, two]): Row => [
      `${one} and ${two}`,
      () => swapped(one, two),
      dontUse,
      named(`It holds what was packed as ${two}: the two files were swapped`),
    ],
  ),
  "a cut file": [
    ...strict.flatMap((name) =>
      [0.5, 0.99].map(
        (part): Row => [
          `${name} to ${part}`,
          () => put(name, bytesOf(name).subarray(0, Math.floor(bytesOf(name).length * part))),
          dontUse,
          /The packet says [\d ]+ bytes, this file has/,
        ],
      ),
    ),
  ],
  "bytes added": [
    ...strict.map(
      (name): Row => [
        name,
        () => put(name, Buffer.concat([bytesOf(name), Buffer.from("\n")])),
        dontUse,
        /The packet says [\d ]+ bytes, this file has/,
      ],
    ),
    [
      "a revision of the PDF",
      () => put(pdf, Buffer.concat([bytesOf(pdf), Buffer.from("1 0 obj\n<<>>\nendobj\n%%EOF\n")])),
      dontUse,
      /bytes were added to the PDF after it was signed/,
    ],
    [
      "the PDF signed again by another key",
      () => put(pdf, signPdf(bytesOf(pdf), other)),
      dontUse,
      /Another key signed the PDF than the list says/,
    ],
    ["the list", () => put(list, Buffer.concat([bytesOf(list), Buffer.from("\n")])), dontUse, /cannot be trusted/],
    [
      "a line in the list",
      () => rewritten((text) => text.replace("{", '{ "note": "x",')),
      dontUse,
      /cannot be trusted/,
    ],
    [
      "a copy of a letter under the name of another",
      () => put("E-01.png", bytesOf(letter)),
      dontUse,
      named(`It holds what was packed as ${letter}`),
    ],
  ],
  "a changed list": [
    ["the version", '"version": 2', '"version": 3'],
    ["the number", "CD-2026-0147", "CD-2026-0148"],
    ["the phone", "+27 00 000 0147", "+27 00 000 9999"],
    ["the organisation", "Marula Digital", "Kestrel Digital"],
    ["the counts", '"exhibits": 10', '"exhibits": 9'],
    ["the approval", '"approvedAt": "2026-11-24', '"approvedAt": "2026-11-25'],
    ["a title", "Direct message from A1", "Direct message from A2"],
    ["a hash", /"sha256": "[0-9a-f]{4}/, '"sha256": "0000'],
    ["the kind", '"mla_dossier"', '"docket_pack"'],
    ["how an original travels", '"beside"', '"held"'],
  ].map(
    ([what, from, to]): Row => [
      String(what),
      () => rewritten((text) => text.replace(from as string, String(to))),
      dontUse,
      /The list of its files cannot be trusted/,
    ],
  ),
  "a list that agrees with what was changed": [
    ...strict.map((name): Row => [name, () => consistent(name), dontUse, /The list of its files cannot be trusted/]),
    [
      "its signatures taken away",
      () => {
        const unsigned = rewritten((text) => text.replace(/"signer": \{[^}]*\}/, '"signer": null'));
        return new Map([...unsigned].filter(([name]) => name !== signature));
      },
      dontUse,
      /says that this version was approved, and it is not signed/,
    ],
    [
      "its fingerprint changed",
      () => rewritten((text) => text.replaceAll(key.fingerprint, other.fingerprint)),
      dontUse,
      /cannot be trusted/,
    ],
    [
      "signed by another key",
      () => put(signature, signDetached(other, bytesOf(list))),
      dontUse,
      /Another key signed the list than the list itself names/,
    ],
    [
      "forged whole, but for the PDF",
      () => forged((text) => text),
      dontUse,
      /Another key signed the PDF than the list says/,
    ],
    [
      "forged, with another version",
      () => forged((text) => text.replace('"version": 2', '"version": 3')),
      dontUse,
      /Another key signed the PDF/,
    ],
  ],
  "a version that nobody approved": [
    ["as it is", () => draft],
    ["with a note that it was replaced", () => put("SUPERSEDED.txt", Buffer.from("x"), draft)],
    ["without the editable letter", () => new Map([...draft].filter(([name]) => name !== letterToEdit))],
    ["without the editable request", () => new Map([...draft].filter(([name]) => name !== request))],
    ["with an edited request", () => put(request, Buffer.from("mine"), draft)],
    ["with an edited letter", () => put(letterToEdit, Buffer.from("mine"), draft)],
    ["with an extra file", () => put("note.txt", Buffer.from("x"), draft)],
    [
      "under another name",
      () => new Map([...draft].map(([name, bytes]) => [name === "E-01.png" ? "one.png" : name, bytes])),
    ],
    ["with what a system leaves", () => put(".DS_Store", Buffer.from("x"), draft)],
    ["without its letters", () => new Map([...draft].filter(([name]) => !name.startsWith("letter")))],
  ].map(([what, files]): Row => [what as string, files as () => Folder, "Not approved: do not act on it", phone]),
  "a version that no longer counts": [
    ["the list says so", () => withdrawn, "Withdrawn"],
    ["a note says withdrawn", () => put("WITHDRAWN.txt", Buffer.from("x")), "Withdrawn"],
    ["a note says superseded", () => put("SUPERSEDED.txt", Buffer.from("x")), "Superseded"],
    ["a withdrawn copy beside", () => put("CD-2026-0147-v2-withdrawn.pdf", Buffer.from("x")), "Withdrawn"],
    ["a superseded copy beside", () => put("CD-2026-0147-v2-superseded-by-v3.pdf", Buffer.from("x")), "Superseded"],
    [
      "a withdrawn copy in its place",
      () => put("CD-2026-0147-v2-withdrawn.pdf", Buffer.from("x"), without(pdf)),
      "Withdrawn",
    ],
    [
      "a superseded copy in its place",
      () => put("CD-2026-0147-v2-superseded-by-v3.pdf", Buffer.from("x"), without(pdf)),
      "Superseded",
    ],
    ["both notes", () => put("WITHDRAWN.txt", Buffer.from("x"), put("SUPERSEDED.txt", Buffer.from("x"))), "Withdrawn"],
    [
      "a copy, and the letters kept back",
      () => put("CD-2026-0147-v2-withdrawn.pdf", Buffer.from("x"), without(pdf, letter, letterToEdit)),
      "Withdrawn",
    ],
    [
      "a copy downloaded twice",
      () => put("CD-2026-0147-v2-withdrawn (1).pdf", Buffer.from("x"), without(pdf)),
      "Withdrawn",
    ],
  ].map(([what, files, word]): Row => [what as string, files as () => Folder, `${word}: do not act on it`, phone]),
};

describe.skipIf(!hasTool("openssl"))(
  "what the offline verifier says of an altered packet (skipped without openssl)",
  () => {
    beforeAll(async () => {
      key = makeKey();
      other = makeKey();
      const at = "2026-11-25T08:00:00Z";
      folder = await packetFolder(key, { parts });
      draft = await packetFolder(null, { parts });
      withdrawn = await packetFolder(key, { parts, packet: { withdrawn: { at, reason: "The ask was too broad." } } });
    }, 120_000);

    test("an untouched one matches, and an edited working copy is no fault", async () => {
      expect((await judge(folder)).title).toBe("Everything matches. Ask whether it still stands");
      const { title, text } = await judge(put(letterToEdit, Buffer.from("edited")));
      expect(title).toBe("The packet is whole, but look at what else is here");
      expect(text).toContain("It was edited since it was packed, as it may be");
    });

    test("there are ten kinds of ten", () => {
      expect(Object.values(kinds).map((rows) => rows.length)).toEqual(Array.from({ length: 10 }, () => 10));
    });

    describe.each(Object.entries(kinds))("%s", (_, rows) => {
      test.each(rows)("%s", async (_what, files, title, says) => {
        const given = files();
        expect([...given].some(([name, bytes]) => !folder.get(name)?.equals(bytes)) || given.size !== folder.size).toBe(
          true,
        );
        const judged = await judge(given);
        expect(judged.title).toMatch(title);
        if (typeof says === "string") expect(judged.text).toContain(says);
        else expect(judged.text).toMatch(says);
      });
    });

    test("of a list that cannot be trusted no value is repeated", async () => {
      const { text } = await judge(
        rewritten((list) => list.replaceAll("CD-2026-0147", "XX-1").replace("+27 00 000 0147", "+99 1")),
      );
      for (const value of ["XX-1", "+99 1", "As packed", "exhibits and"]) expect(text).not.toContain(value);
      expect(text).toMatch(/E-01.png: Not compared, because the list cannot be trusted/);
    });

    describe("a paper about the handover", () => {
      const name = "CD-2026-0147-v2-handover-1.pdf";
      const dontUseIt = "The packet matches. Do not use a paper that lies beside it";
      const paperOf = (by: SigningKey, list: string): Buffer =>
        signPdf(
          Buffer.from(`%PDF-1.7\n<rdf:li>crossdocket:certificate CD-2026-0147 v2 manifest.json ${list}</rdf:li>\n`),
          by,
        );
      const listed = (): string => `sha256:${sha256(bytesOf(list))}`;
      const signedBeside = (paper: Buffer, by: SigningKey, from: Folder = folder): Folder =>
        put(`${name}.p7s`, signDetached(by, paper), put(name, paper, from));

      test("is whole, of the key of the packet, and says to which packet it belongs", async () => {
        const { title, text } = await judge(signedBeside(paperOf(key, listed()), key));
        expect(title).toBe("Everything matches. Ask whether it still stands");
        expect(text).toContain("It is whole, and the key of this packet signed it.");
        expect(text).toContain("It belongs to this packet, CD-2026-0147, version 2");
        expect(text).toContain("Signature file, CD-2026-0147-v2-handover-1.pdf.p7s: It fits the paper");
      });

      test("that was altered is named, wherever it was altered, and nothing in it is repeated", async () => {
        for (const [from, to] of [
          ["CD-2026-0147 v2", "CD-2026-0147 v3"],
          ["crossdocket:", "crossdocked:"],
          ["%PDF-1.7", "%PDF-1.6"],
        ] as const) {
          const paper = Buffer.from(paperOf(key, listed()).toString("latin1").replace(from, to), "latin1");
          const { title, text } = await judge(signedBeside(paper, other));
          expect(title).toBe(dontUseIt);
          expect(text).toMatch(/CD-2026-0147-v2-handover-1.pdf: The signature is over something else/);
          expect(text).not.toContain("It belongs to");
        }
        const longer = Buffer.concat([paperOf(key, listed()), Buffer.from("1 0 obj\n")]);
        expect((await judge(put(name, longer))).text).toContain("8 bytes were added after it was signed");
        const plain = put(name, Buffer.from("%PDF-1.7 a certificate that nobody signed"));
        expect((await judge(plain)).text).toContain("It carries no signature, and such a paper is signed");
      });

      test("of another packet, of another key, or with the signature file of another paper is named", async () => {
        const foreign = await judge(signedBeside(paperOf(key, `sha256:${"ab".repeat(32)}`), key));
        expect(foreign.title).toBe(dontUseIt);
        expect(foreign.text).toContain(`It belongs to another packet: CD-2026-0147, version 2, whose manifest.json`);
        const forged = await judge(signedBeside(paperOf(other, listed()), other));
        expect(forged.title).toBe(dontUseIt);
        expect(forged.text).toContain("Another key signed it than the packet");
        const mixed = put(`${name}.p7s`, signDetached(key, Buffer.from("else")), put(name, paperOf(key, listed())));
        expect((await judge(mixed)).text).toContain(
          "Signature file, CD-2026-0147-v2-handover-1.pdf.p7s: The signature is over",
        );
      });

      test("by itself is checked, and is not called part of a packet", async () => {
        const paper = paperOf(key, listed());
        const alone = new Map([
          [name, paper],
          [`${name}.p7s`, signDetached(key, paper)],
        ]);
        const { title, text } = await judge(alone);
        expect(title).toBe("The paper is whole. It was not compared with its packet");
        expect(text).toContain(`It belongs to CD-2026-0147, version 2, whose manifest.json has the SHA-256`);
        const cut = new Map([[name, paper.subarray(0, 60)]]);
        expect((await judge(cut)).title).toBe("Do not use this paper");
      });
    });
  },
);

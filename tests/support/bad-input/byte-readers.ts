import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { findSignature } from "@/lib/platform/cms/find-signature";
import { readSignedData } from "@/lib/platform/cms/read-signed-data";
import { readJpeg } from "@/lib/platform/pdf/jpeg";
import { readPng } from "@/lib/platform/pdf/png";
import { readExif } from "@/lib/platform/pdf/read-exif";
import { imageMetadata } from "@/lib/platform/pdf/read-image-metadata";
import { run as readChat } from "@/lib/platform/sandbox/child-chat.mjs";
import { run as readSheet } from "@/lib/platform/sandbox/child-sheet.mjs";
import { fileKey, openSegment, plainSize, readHeader, SealBroken } from "@/lib/platform/sealing/format";
import { readCertificate } from "@/lib/platform/tsa/certificate";
import { checkToken } from "@/lib/platform/tsa/check-token";
import { instantOf, NotDer, oidOf, readDer, serialOf, smallOf, writeDer } from "@/lib/platform/tsa/der";
import { AskFailed, TokenRefused } from "@/lib/platform/tsa/problems";
import { tokenIn } from "@/lib/platform/tsa/response";
import { readSignedToken } from "@/lib/platform/tsa/signed-data";
import { readTstInfo } from "@/lib/platform/tsa/tst-info";
import { selfSigned } from "../signing-certificates";
import { xlsxOf } from "../xlsx-file";

/** What reads bytes that came from outside. `says`: the refusals of its own; without any it never throws. */
export type ByteReader = {
  name: string;
  read: (bytes: Buffer) => unknown;
  says?: readonly (new (...args: never[]) => Error)[];
};

const key = Buffer.alloc(32, 7);
const trusted = { roots: [], issuers: [] };

/** Answers of time authorities, certificates, signatures, sealed files and pictures. */
export const byteReaders: readonly ByteReader[] = [
  { name: "readDer", read: (bytes) => everything(bytes), says: [NotDer] },
  { name: "tokenIn", read: tokenIn, says: [AskFailed] },
  { name: "readCertificate", read: readCertificate, says: [TokenRefused] },
  { name: "readSignedToken", read: readSignedToken, says: [TokenRefused] },
  { name: "readTstInfo", read: readTstInfo, says: [TokenRefused] },
  { name: "checkToken", read: (bytes) => checkToken(bytes, { sha256: "0".repeat(64), trusted }), says: [TokenRefused] },
  { name: "readSignedData", read: readSignedData },
  { name: "findSignature", read: (bytes) => findSignature(bytes, bytes.length) },
  { name: "readHeader", read: (bytes) => openedBy(bytes), says: [SealBroken] },
  { name: "readJpeg", read: (bytes) => [readJpeg(bytes), imageMetadata("jpeg", bytes)] },
  { name: "readPng", read: (bytes) => [readPng(bytes), imageMetadata("png", bytes)] },
  { name: "readExif", read: readExif },
];

/** Lists and chats, as the confined child takes them apart: whatever it is given, it ends with its last frame. */
export const fileReaders: readonly { name: string; read: (bytes: Buffer) => Promise<unknown[]> }[] = [
  { name: "a list", read: (bytes) => framesOf(readSheet, bytes, { found: { kind: "text" } }) },
  {
    name: "a chat",
    read: (bytes) => framesOf(readChat, bytes, { dateOrder: null, platform: null, latestDay: "2026-11-24" }),
  },
];

type Run = (job: never) => Promise<unknown>;

async function framesOf(run: Run, bytes: Buffer, { found, ...asked }: Record<string, unknown>): Promise<unknown[]> {
  const frames: unknown[] = [];
  const input = { whole: async () => bytes, head: async (most: number) => bytes.subarray(0, most) };
  const send = async (head: unknown) => void frames.push(head);
  await run({ input, request: { size: bytes.length, ...asked }, found, send } as never);
  return frames;
}

function everything(bytes: Buffer): unknown {
  const walk = (der: ReturnType<typeof readDer>): unknown => [
    oidOf(der),
    serialOf(der),
    smallOf(der),
    instantOf(der),
    ...der.parts.map(walk),
  ];
  return walk(readDer(bytes));
}

function openedBy(bytes: Buffer): unknown {
  const header = readHeader(bytes);
  return [
    plainSize(bytes.length),
    openSegment(fileKey({ key, name: "a" }, header), header, 0, true, bytes.subarray(43)),
  ];
}

const fixture = (name: string) => readFileSync(`tests/fixtures/${name}`);

/** Right ones, to be bent. Cut to a few KiB, so that a change meets what is looked at. */
const samples = (): Buffer[] => [
  selfSigned(new Date("2026-01-01T00:00:00Z"), new Date("2028-01-01T00:00:00Z")).chain[0].bytes,
  ...["photo.jpg", "screenshot.png", "letter.pdf", "archive.zip", "message.eml"].map((name) =>
    fixture(`files/${name}`).subarray(0, 6000),
  ),
  ...["ios-gb.txt", "android-za.txt", "instagram.json", "sms.xml", "mail.eml"].map((name) =>
    fixture(`chats/${name}`).subarray(0, 6000),
  ),
  Buffer.from(xlsxOf()),
  Buffer.from('Name,Date,"Risk"\r\nThandi,2026-11-24,"high ""very"""\r\n'),
  Buffer.concat([Buffer.from("CDF1"), Buffer.alloc(39, 1), Buffer.alloc(40, 2)]),
];

const der: fc.Arbitrary<Buffer> = fc.letrec<{ one: Buffer; leaf: Buffer; tree: Buffer }>((tie) => ({
  leaf: fc
    .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6, 0x17, 0x18, 0x80, 0x0c), fc.uint8Array({ maxLength: 20 }))
    .map(([tag, body]) => writeDer(tag, body)),
  tree: fc
    .tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0xa1, 0xa3), fc.array(tie("one"), { maxLength: 6 }))
    .map(([tag, parts]) => writeDer(tag, ...parts)),
  one: fc.oneof({ depthSize: "small" }, tie("leaf"), tie("tree")),
})).tree;

/** Any bytes, trees of DER, and right files with bytes changed, left out, doubled or cut off. */
export function badBytes(): fc.Arbitrary<Buffer> {
  const bent = fc
    .tuple(fc.constantFrom(...samples()), fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.nat(3)), { maxLength: 5 }))
    .map(([sample, changes]) => changes.reduce(bend, sample));
  const any = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
  return fc.oneof({ arbitrary: bent, weight: 5 }, { arbitrary: der, weight: 3 }, { arbitrary: any, weight: 1 });
}

function bend(bytes: Buffer, [place, byte, way]: [number, number, number]): Buffer {
  const at = bytes.length === 0 ? 0 : place % bytes.length;
  const before = bytes.subarray(0, at);
  const after = bytes.subarray(at);
  if (way === 0) return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
  if (way === 1) return Buffer.concat([before, after.subarray(1 + (byte & 7))]);
  if (way === 2) return Buffer.concat([before, after.subarray(0, byte), after]);
  return byte < 64 ? before : Buffer.concat([before, Buffer.alloc(byte & 15, byte), after]);
}

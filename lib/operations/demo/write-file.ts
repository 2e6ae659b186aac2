import "server-only";
import type { CaptureMethod } from "@/lib/evidence/exhibits/types";
import { instantOnWall } from "@/lib/platform/time/zone";
import { drawScreen } from "./screens";
import type { Ago, ChatLine, StoryExhibit, StoryMail } from "./story-types";

/** Where and when a story takes place: the day so many days ago, and the zone of the wall clock in it. */
export type Setting = { dayOf: (ago: Ago) => string; zone: string };

export type WrittenFile = { bytes: Buffer; type: string; method: CaptureMethod };

/** The file that a client hands in: a picture of a screen, an export of a chat, a mail as it was received, or a voice note. */
export async function writeFile(exhibit: StoryExhibit, setting: Setting): Promise<WrittenFile> {
  if ("chat" in exhibit) {
    return { bytes: Buffer.from(writeChat(exhibit.chat, setting)), type: "text/plain", method: "native_export" };
  }
  if ("mail" in exhibit) {
    return { bytes: Buffer.from(writeMail(exhibit.mail, setting)), type: "message/rfc822", method: "email_original" };
  }
  if ("voice" in exhibit) {
    return { bytes: writeTone(exhibit.voice.seconds), type: "audio/wav", method: "native_export" };
  }
  const png = exhibit.name.endsWith(".png");
  const bytes = await drawScreen(exhibit.screen, png ? "png" : "jpeg");
  return { bytes, type: png ? "image/png" : "image/jpeg", method: exhibit.method ?? "screenshot" };
}

const samplesPerSecond = 8000;

/** A WAV file (PCM, 8 bits, one channel) of a low tone. */
function writeTone(seconds: number): Buffer {
  const count = samplesPerSecond * seconds;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + count, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(samplesPerSecond, 24);
  head.writeUInt32LE(samplesPerSecond, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(count, 40);
  const tone = Uint8Array.from(
    { length: count },
    (_, i) => 128 + Math.round(40 * Math.sin((i * 2 * Math.PI * 180) / samplesPerSecond)),
  );
  return Buffer.concat([head, tone]);
}

/** The export of WhatsApp on an Android telephone set to South African English. */
function writeChat(lines: readonly ChatLine[], { dayOf }: Setting): string {
  const messages = lines.map(({ ago, at, by, words }) => {
    const head = `${dayOf(ago).replaceAll("-", "/")}, ${at} - `;
    return by ? `${head}${by}: ${words}` : `${head}${words}`;
  });
  return `${messages.join("\n")}\n`;
}

/** Each server writes its line above those it found (RFC 5321, 4.4), so the last hop is first. */
function writeMail({ ago, at, from, to, subject, hops, words }: StoryMail, { dayOf, zone }: Setting): string {
  const sent = instantOnWall(`${dayOf(ago)}T${at}`, zone) ?? new Date(0);
  const stamp = (seconds: number) => new Date(sent.getTime() + seconds * 1000).toUTCString().replace("GMT", "+0000");
  const way = hops.map(
    (hop) => `Received: from ${hop.from} (${hop.from} [${hop.ip}]) by ${hop.by} with ESMTPS; ${stamp(hop.after)}`,
  );
  const last = hops.at(-1)?.by ?? "mx.example";
  return [
    `Return-Path: <${from}>`,
    ...way.toReversed(),
    `Authentication-Results: ${last}; spf=fail smtp.mailfrom=${from.split("@")[1]}; dkim=none; dmarc=fail`,
    `From: ${from}`,
    `To: ${to}`,
    `Date: ${stamp(0)}`,
    `Subject: ${subject}`,
    `Message-ID: <demo-1@${from.split("@")[1]}>`,
    `X-Originating-IP: [${hops[0]?.ip ?? "192.0.2.1"}]`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    words,
    "",
  ].join("\r\n");
}

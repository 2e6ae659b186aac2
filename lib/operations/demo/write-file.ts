import "server-only";
import type { CaptureMethod } from "@/lib/evidence/exhibits/types";
import { instantOnWall } from "@/lib/platform/time/zone";
import { drawScreen } from "./screens";
import type { Ago, ChatLine, StoryExhibit, StoryMail } from "./story-types";

/** Where and when a story takes place: the day so many days ago, and the zone of the wall clock in it. */
export type Setting = { dayOf: (ago: Ago) => string; zone: string };

export type WrittenFile = { bytes: Buffer; type: string; method: CaptureMethod };

/** The file that a client hands in: a picture of a screen, an export of a chat, or a mail as it was received. */
export async function writeFile(exhibit: StoryExhibit, setting: Setting): Promise<WrittenFile> {
  if ("chat" in exhibit) {
    return { bytes: Buffer.from(writeChat(exhibit.chat, setting)), type: "text/plain", method: "native_export" };
  }
  if ("mail" in exhibit) {
    return { bytes: Buffer.from(writeMail(exhibit.mail, setting)), type: "message/rfc822", method: "email_original" };
  }
  const png = exhibit.name.endsWith(".png");
  const bytes = await drawScreen(exhibit.screen, png ? "png" : "jpeg");
  return { bytes, type: png ? "image/png" : "image/jpeg", method: exhibit.method ?? "screenshot" };
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

import { t } from "@/lib/platform/language/translate";
import { instantOnWall, wallTime } from "@/lib/platform/time/zone";
import type { AnnounceCapture } from "./input";
import type { CapturePart } from "./types";

/** The sealed columns of a capture. */
export type SaidColumn = "address" | "title" | "canonical" | "accountId" | "handle" | "postId";

const columns: Record<SaidColumn, string> = {
  address: "address",
  title: "title",
  canonical: "canonical",
  accountId: "account_id",
  handle: "handle",
  postId: "post_id",
};

/** Where the sealed words of a capture are stored. */
export const capturePlace = (row: string, column: SaidColumn) => ({ table: "captures", column: columns[column], row });

/** Names that say nothing of the page. */
export const partFiles: Record<CapturePart, { name: string; type: string; method: "screenshot" | "page_save" }> = {
  picture: { name: "captured-page.png", type: "image/png", method: "screenshot" },
  page: { name: "captured-page.mhtml", type: "multipart/related", method: "page_save" },
  text: { name: "captured-page.txt", type: "text/plain", method: "page_save" },
};

/** Host and port without what only phones and old links put before them; null for what has none. */
export function hostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  return new URL(address).host.toLowerCase().replace(/^(www|m|mobile)\./, "") || null;
}

/** A canonical address of another host than the browser's own: a mistake of the page, or a lie. */
export function isOtherHost(address: string, canonical: string | null): boolean {
  return canonical !== null && hostOf(canonical) !== hostOf(address);
}

/** Words of a page for a line that we write: without marks that turn or hide what stands beside them. */
export function plainWords(said: string, max: number): string {
  const clean = said
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const signs = [...clean];
  return signs.length > max ? `${signs.slice(0, max - 1).join("")}…` : clean;
}

/** `Captured page: the title`, what a person can change later. */
export function describeCapture({ title }: Pick<AnnounceCapture, "title">, part: CapturePart): string {
  const what = {
    picture: t("Picture of a captured page"),
    page: t("Captured page"),
    text: t("Text of a captured page"),
  }[part];
  const words = plainWords(title ?? "", 240);
  return words ? t("{what}: {words}", { what, words }) : what;
}

/** Seconds by which the device's clock was ahead when it sent: what it says the time was, is then read by it. */
export function offsetOf(sentAt: number, now: Date): number {
  const seconds = Math.round((sentAt - now.getTime()) / 1000);
  // The way here takes a moment.
  return Math.abs(seconds) <= 2 ? 0 : seconds;
}

/** A clock that is off by more than this says nothing of the time: a person has to. */
const mostOffset = 36 * 60 * 60;

/** The time of capture as the details of an exhibit take it: by the wall, with its zone and what the clock was off by. */
export function typedTime(capturedAt: Date, zone: string, clockOffset: number) {
  if (Math.abs(clockOffset) > mostOffset) return {};
  const seconds = `:${String(capturedAt.getUTCSeconds()).padStart(2, "0")}`;
  const wall = wallTime(capturedAt, zone) + seconds;
  // In the hour that comes twice a wall says two times: UTC says one.
  const isPlain = instantOnWall(wall, zone)?.getTime() === Math.floor(capturedAt.getTime() / 1000) * 1000;
  return {
    capturedAt: isPlain ? wall : wallTime(capturedAt, "UTC") + seconds,
    capturedZone: isPlain ? zone : "UTC",
    timeSource: "device_clock" as const,
    clockOffset,
  };
}

/** An address that the details of an exhibit take; a stranger one stays with the capture alone. */
export function plainAddress(address: string | null): string | undefined {
  if (address === null || address.length > 2048 || /[\p{Cc}\s]/u.test(address)) return undefined;
  return /^https?:\/\/./i.test(address) && URL.canParse(address) ? address : undefined;
}

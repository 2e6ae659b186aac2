import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import type { Recording } from "./types";

/** For so long after somebody asked to play a recording its bytes are served to them: enough to listen and to transcribe. */
export const playedForMs = 2 * 60 * 60_000;

/** The first still of a film that is larger is refused. */
export const maxStillBytes = 64 * 1024 * 1024;

const plays: readonly (readonly [mime: RegExp, as: Recording["as"], type: string])[] = [
  [/^audio\/ogg(;|$)/, "sound", "audio/ogg"],
  [/^video\/ogg$/, "film", "video/ogg"],
  [/^audio\/mpeg$/, "sound", "audio/mpeg"],
  [/^audio\/(mp4|x-m4a)$/, "sound", "audio/mp4"],
  [/^audio\/(wav|vnd\.wave)$/, "sound", "audio/wav"],
  [/^audio\/flac$/, "sound", "audio/flac"],
  [/^audio\/aac$/, "sound", "audio/aac"],
  [/^audio\/webm$/, "sound", "audio/webm"],
  [/^video\/webm$/, "film", "video/webm"],
  [/^video\/(mp4|x-m4v|quicktime)$/, "film", "video/mp4"],
];

/** How a file is played in a browser, by what the sandbox found in its bytes; null for what is not played. */
export function recordingOf(look: ExhibitLook | null): Recording | null {
  if (!isRecording(look) || (look?.problem !== null && look?.problem !== "truncated")) return null;
  const [, as, type] = plays.find(([mime]) => mime.test(look.mime)) ?? [];
  return as && type ? { as, type } : null;
}

/** True for sound and film, whether a browser plays them or not. */
export function isRecording(look: ExhibitLook | null): boolean {
  return look?.kind === "other" && /^(?:(?:audio|video)\/|application\/ogg)/.test(look.mime);
}

/** `0:07`, `12:00`, `1:02:03`: a place in a recording, cut to the second. */
export function timeCode(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** The same as milliseconds; null for what is no time code. */
export function msOf(code: string): number | null {
  const found = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(code);
  if (!found) return null;
  const [hours, minutes, seconds] = [Number(found[1] ?? 0), Number(found[2]), Number(found[3])];
  if (found[1] !== undefined && minutes > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

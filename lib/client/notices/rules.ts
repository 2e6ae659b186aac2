import { openParts } from "@/lib/casework/clients/rules";
import type { SafeContact, SafeSending } from "@/lib/casework/clients/types";
import { addDays, weekdayOf } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { instantOnWall, wallTime } from "@/lib/platform/time/zone";
import type { NoticeChannel, NoticeProblem } from "./types";

/** Words in a limit of the protocol that forbid a channel, as people write them in English and Afrikaans. */
const forbids: Record<NoticeChannel, RegExp> = {
  sms: /\b(no|never|geen|nooit)\b[^.]*\b(sms|text(s| messages?)?|teks\w*)\b/i,
  email: /\b(no|never|geen|nooit)\b[^.]*\be-?(mails?|pos)\b/i,
};

/** What the protocol says against a channel; null if nothing. Which hours are safe is another question. */
export function protocolProblem(contact: SafeContact, channel: NoticeChannel): NoticeProblem | null {
  if (openParts(contact).length > 0) return "open_protocol";
  if (contact.never.some((line) => forbids[channel].test(line))) return "limit";
  return contact.sending?.[channel] ? null : "not_agreed";
}

const daysAhead = 8;

/** Whether an instant is in the safe hours, in the client's zone. */
export function isSafe(sending: SafeSending, zone: string, now: Date): boolean {
  const hour = wallTime(now, zone).slice(11, 16);
  return sending.days.includes(isoDay(civilDate(now, zone))) && hour >= sending.from && hour < sending.until;
}

/** Now if it is safe, else the beginning of the next safe hours; null if there are none. */
export function nextSafe(sending: SafeSending, zone: string, now: Date): Date | null {
  if (isSafe(sending, zone, now)) return now;
  const today = civilDate(now, zone);
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const day = addDays(today, ahead);
    const begins = sending.days.includes(isoDay(day)) ? instantOnWall(`${day}T${sending.from}`, zone) : null;
    if (begins && begins > now) return begins;
  }
  return null;
}

/** 1 is Monday, 7 Sunday. */
const isoDay = (day: string): number => weekdayOf(day) || 7;

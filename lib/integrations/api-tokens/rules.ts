import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import type { ApiTokenState } from "./types";

/** Our own default, kind D: whoever still needs it after a year makes a new one. */
const mostDays = 365;

/** The last day that a token made today may work. */
export const lastDay = (today: CivilDate): CivilDate => addDays(today, mostDays);

type Row = { agreedAt: Date | null; endedAt: Date | null; expiresAt: Date; role: string };
type Member = { role: string; removedAt: Date | null };

/** As Postgres decides at each request (ctx.enter_api_token). */
export function stateOf(row: Row, member: Member, now: Date): ApiTokenState {
  if (row.endedAt) return "ended";
  if (member.removedAt || member.role !== row.role) return "left";
  if (row.expiresAt <= now) return "expired";
  return row.agreedAt ? "works" : "waiting";
}

const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/;
const v6 = /^[0-9a-f:]{2,39}(?:\/(\d{1,3}))?$/;

/** `203.0.113.7` or `203.0.113.0/24`, as Postgres reads them too; for IPv6 at most /64, which is one customer. */
export function isNetwork(text: string): boolean {
  const four = v4.exec(text);
  if (four) return four.slice(1, 5).every((part) => Number(part) <= 255) && Number(four[5] ?? 32) <= 32;
  const six = v6.exec(text);
  if (!six || Number(six[1] ?? 128) > 64) return false;
  const [address = ""] = text.split("/");
  const halves = address.split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const isWhole = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  return isWhole && groups.every((group) => /^[0-9a-f]{1,4}$/.test(group));
}

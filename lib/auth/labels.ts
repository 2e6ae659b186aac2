import { formatInstant } from "@/lib/platform/format";
import type { NoticeKind, SignInNotice } from "./types";

const noticeTitles: Record<NoticeKind, string> = {
  passkey_added: "A passkey was added to your account",
  totp_added: "An authenticator app was set up for your account",
  sso_linked: "Your account was connected with your organisation's sign-in service",
  codes_made: "New recovery codes were made for your account",
  device_added: "Your account was signed in to with a browser not used before",
};

/** What the notice on every page says. @param zone IANA zone in which the time is told */
export function noticeTitle({ kind, at, device }: SignInNotice, zone: string): string {
  return `${noticeTitles[kind]} on ${formatInstant(at, zone)}, with ${device}`;
}

import { formatInstant } from "@/lib/platform/text/format";
import type { NoticeKind, SignInNotice } from "./types";

const noticeTitles: Record<NoticeKind, string> = {
  passkey_added: "A passkey was added to your account",
  passkey_removed: "A passkey was removed from your account",
  totp_added: "An authenticator app was set up for your account",
  totp_removed: "The authenticator app was removed from your account",
  sso_linked: "Your account was connected with your organisation's sign-in service",
  sso_unlinked: "Your account was disconnected from your organisation's sign-in service",
  codes_made: "New recovery codes were made for your account",
  code_used: "A recovery code of your account was used",
  password_changed: "The password of your account was changed",
  device_added: "Your account was signed in to with a browser not used before",
};

/** The title of the notice on every page. @param zone IANA zone in which the time is shown */
export function noticeTitle({ kind, at, device }: SignInNotice, zone: string): string {
  return `${noticeTitles[kind]} on ${formatInstant(at, zone)}, with ${device}`;
}

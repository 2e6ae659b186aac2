import type { NoticeKind } from "./types";

/** What the notice on every page says; the time, and the browser where that is known, stand behind it. */
export const noticeTitles: Record<NoticeKind, string> = {
  passkey_added: "A passkey was added to your account",
  totp_added: "An authenticator app was set up for your account",
  sso_linked: "Your account was connected with your organisation's sign-in service",
  codes_made: "New recovery codes were made for your account",
  device_added: "Your account was signed in to with a browser not used before",
};

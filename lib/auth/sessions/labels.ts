import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import type { NoticeKind, SignInNotice } from "./types";

const noticeTitles: Record<NoticeKind, string> = {
  passkey_added: t("A passkey was added to your account"),
  passkey_removed: t("A passkey was removed from your account"),
  totp_added: t("An authenticator app was set up for your account"),
  totp_removed: t("The authenticator app was removed from your account"),
  sso_linked: t("Your account was connected with your organisation's sign-in service"),
  sso_unlinked: t("Your account was disconnected from your organisation's sign-in service"),
  codes_made: t("New recovery codes were made for your account"),
  code_used: t("A recovery code of your account was used"),
  password_changed: t("The password of your account was changed"),
  device_added: t("Your account was signed in to with a browser not used before"),
};

/** The title of the notice on every page. @param zone IANA zone in which the time is shown */
export function noticeTitle({ kind, at, device }: SignInNotice, zone: string): string {
  return t("{noticeTitles} on {at}, with {device}", {
    noticeTitles: noticeTitles[kind],
    at: formatInstant(at, zone),
    device,
  });
}

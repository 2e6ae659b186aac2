/**
 * What a form asks before an act that requires fresh proof: nothing, a checkbox in the demo, the password or a code (or
 * a passkey, if there is one), password and code, a passkey only, to create the first passkey, or to wait until the
 * existing passkey counts.
 */
export type Confirmation =
  | "none"
  | "tick"
  | "password"
  | "password-or-passkey"
  | "password-and-code"
  | "passkey"
  | "first-passkey"
  | "waiting-passkey";

/** What a person is told about their sign-in methods, on every page until they dismiss it. */
export type NoticeKind =
  | "passkey_added"
  | "passkey_removed"
  | "totp_added"
  | "totp_removed"
  | "sso_linked"
  | "sso_unlinked"
  | "codes_made"
  | "code_used"
  | "password_changed"
  | "device_added";

export type SignInNotice = { id: string; kind: NoticeKind; device: string; at: Date; mayDismiss: boolean };

export type Proven = { login_id: string; password_hash: string; amr: string };

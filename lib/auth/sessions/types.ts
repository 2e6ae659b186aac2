/**
 * What a form asks before an act that wants a fresh proof: nothing, a tick in the demonstration, the password or a code
 * (with a passkey beside it, if there is one), both of them, a passkey and nothing else, to make the first passkey, or to
 * wait until the passkey that there is counts.
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

/** What a person is told of how they sign in, on every page until they put it away. */
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

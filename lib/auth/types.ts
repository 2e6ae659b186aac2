/**
 * What a form asks before an act that wants a fresh proof: nothing, a tick in the demonstration, the password or a code
 * (with a passkey beside it, if there is one), a passkey and nothing else, or to make the first passkey.
 */
export type Confirmation = "none" | "tick" | "password" | "password-or-passkey" | "passkey" | "first-passkey";

/** What a form asks before an act that wants a fresh proof: nothing, the password, or a tick in the demonstration. */
export type Confirmation = "none" | "password" | "tick";

/** What is said when a link is called confirmed and nothing shows it. */
export const askConfirmed = "Nothing shows it yet. Choose the exhibit, or tick that it stays confirmed without one.";
export const askReason = "Say why it is confirmed: what shows that it is the subject’s.";

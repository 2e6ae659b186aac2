/** The question when a link is marked confirmed and no exhibit shows it. */
export const askExhibit = "No evidence yet. Choose the exhibit that shows it.";
export const askKeep = "Or tick that it is confirmed although no exhibit shows it.";
export const askReason = "Say why it is confirmed: what shows that it is the subject’s.";

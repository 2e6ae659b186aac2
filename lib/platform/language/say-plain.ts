import { currentLanguage } from "./messages";

/** `t` for a message of nothing but words, in the pages of errors: every page loads them, and all that they bring. */
export const sayPlain = (message: string): string => currentLanguage().messages[message] || message;

import { currentLanguage } from "./messages";

/** `t` for a message that holds nothing but words, in the pages of errors: every page loads them, and all they bring. */
export const sayPlain = (message: string): string => currentLanguage().messages[message] || message;

/** A text on one line, as a box of one line shows it. A break of line separates words. */
export const onOneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, " ");

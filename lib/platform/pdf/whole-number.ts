import { PDFNumber } from "pdf-lib";

const made: PDFNumber[] = [];
const most = 10_000;

/** A whole number as an object of a file. One of them serves all: a long document has the same small ones ten thousand times. */
export function wholeNumber(value: number): PDFNumber {
  if (value >= most) return PDFNumber.of(value);
  made[value] ??= PDFNumber.of(value);
  return made[value];
}

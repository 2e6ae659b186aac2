import { PDFNumber } from "pdf-lib";

const made: PDFNumber[] = [];
const most = 10_000;

/** A whole number as an object of a file. One serves all: a long document has the same small ones ten thousand times. */
export function wholeNumber(value: number): PDFNumber {
  const known = made[value];
  if (known) return known;
  const number = PDFNumber.of(value);
  if (value < most) made[value] = number;
  return number;
}

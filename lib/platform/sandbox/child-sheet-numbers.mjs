import { isDateFormat, isElapsed } from "./child-sheet-dates.mjs";

/** Marks between the digits of a phone number or of an identity number. */
const LITERAL = /"([+()\-/ ]*)"|\\([+()\-/ ])|([+()\-/ ])/y;
const EXACT_DIGITS = 15;

/** How a format shows a number, as far as it changes what is read: `{ as, pattern }`. */
export function formatOf(id, code) {
  if (isElapsed(id, code)) return { as: "span" };
  if (isDateFormat(id, code)) return { as: "date" };
  const first = (code ?? "").split(";")[0] ?? "";
  if (id === 9 || id === 10 || /%/.test(first.replace(/"[^"]*"|\\./g, ""))) return { as: "percent" };
  const pattern = digitsOf(first);
  return pattern ? { as: "digits", pattern } : { as: "number" };
}

/** The places and marks of a format such as `0000000000` or `"+"0`; null for one that shows an amount. */
function digitsOf(code) {
  const pattern = [];
  for (let at = 0; at < code.length; ) {
    LITERAL.lastIndex = at;
    const mark = LITERAL.exec(code);
    if (code[at] === "0" || code[at] === "#") pattern.push({ place: code[at] });
    else if (mark) pattern.push({ mark: mark[1] ?? mark[2] ?? mark[3] });
    else return null;
    at += mark && code[at] !== "0" ? mark[0].length : 1;
  }
  const zeros = pattern.filter(({ place }) => place === "0").length;
  return zeros > 1 || (zeros === 1 && pattern[0]?.mark?.startsWith("+")) ? pattern : null;
}

/** A phone number that a list keeps as a number has its leading zero in its format only. */
export function inDigits(value, pattern) {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) return null;
  let left = String(number);
  const places = pattern.filter(({ place }) => place).length;
  let index = 0;
  return pattern
    .map(({ mark, place }) => {
      if (!place) return mark;
      index += 1;
      const behind = places - index;
      const digits =
        index === 1 ? left.slice(0, Math.max(0, left.length - behind)) : left.slice(0, left.length > behind ? 1 : 0);
      left = left.slice(digits.length);
      return digits || (place === "0" ? "0" : "");
    })
    .join("")
    .trim();
}

export const inPercent = (value) =>
  value === "" || !Number.isFinite(Number(value)) ? null : `${exact(Number(value) * 100)}%`;

/** 8.2555010E8 is how a file may write a phone number, and 12.100000000000001 how one writes 12.1. */
export function plainNumber(value) {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return value;
  if (/e/i.test(value)) return Number.isSafeInteger(number) ? String(number) : value;
  return /\.\d/.test(value) && value.replace(/\D/g, "").length > EXACT_DIGITS ? exact(number) : value;
}

const exact = (number) => String(Number(number.toPrecision(EXACT_DIGITS)));

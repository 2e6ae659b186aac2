import { type FoldedText, groupsOf } from "@/lib/platform/text/fold-text";
import { addressShapes } from "./address-shapes";
import type { Secret } from "./leaks";
import { chatNameShapes, nameShapes } from "./name-shapes";

/**
 * One way in which a value may be written, and how sure it is that it means the value. `whole` counts everywhere.
 * `likely` (initials, handles) and `part` (one name alone) may as well be an officer or a place. `brief`: so few letters
 * that chance makes them in the bytes of a picture.
 */
export type Shape = {
  what: Secret["kind"];
  level: "whole" | "likely" | "part";
  brief?: boolean;
  isIn: (text: FoldedText) => boolean;
};

const known = new WeakMap<readonly Secret[], readonly Shape[]>();

/** Every way in which one of the values may be written. A build asks for those of one list at each of its exhibits. */
export function shapesOf(secrets: readonly Secret[]): readonly Shape[] {
  const before = known.get(secrets);
  if (before) return before;
  const shapes = makeShapes(secrets);
  known.set(secrets, shapes);
  return shapes;
}

function makeShapes(secrets: readonly Secret[]): Shape[] {
  return secrets.flatMap(({ kind, value }) => {
    if (value.trim() === "") return [];
    if (kind === "name") return nameShapes(value);
    if (kind === "chat name") return chatNameShapes(value);
    if (kind === "phone number") return phone(value);
    if (kind === "identity number") return identity(value);
    if (kind === "address") return addressShapes(value);
    if (kind === "code word") return codeWord(value);
    return mail(value);
  });
}

/** As it was agreed, also run together. One word alone may be a place or a plant. */
function codeWord(value: string): Shape[] {
  const parts = groupsOf(value);
  const dense = parts.join("");
  if (dense.length < 3) return [];
  const isIn = (text: FoldedText) => text.words.includes(` ${parts.join(" ")} `) || text.holds(dense, 99);
  return [{ what: "code word", level: parts.length > 1 ? "whole" : "part", brief: dense.length < 6, isIn }];
}

/** The last nine digits, so that +27 82 and 082 are one number; also in words, or with an O for a zero. */
function phone(value: string): Shape[] {
  const digits = groupsOf(value).join("").replaceAll(/\D/g, "").slice(-9);
  if (digits.length < 6) return [];
  return [
    {
      what: "phone number",
      level: "whole",
      isIn: (text) => text.digits.includes(digits) || text.spokenDigits.includes(digits),
    },
  ];
}

function identity(value: string): Shape[] {
  const wanted = groupsOf(value).join("");
  if (wanted.length < 5) return [];
  const onlyDigits = /^\d+$/.test(wanted);
  const isIn = (text: FoldedText) =>
    onlyDigits ? text.digits.includes(wanted) || text.spokenDigits.includes(wanted) : text.holds(wanted, 8);
  return [{ what: "identity number", level: "whole", isIn }];
}

const roles = /^(info|contact|office|admin|mail|hello|support|help|desk|sales|news)$/;

/** With @ and full stops as they are, omitted, or spelt out in words. */
function mail(value: string): Shape[] {
  const [local = "", domain = ""] = value.split("@");
  const name = groupsOf(local);
  const host = groupsOf(domain);
  const wanted = [...name, ...host].join("");
  const [dotted, hosted] = [local, domain].map((part) =>
    part
      .split(".")
      .map((item) => groupsOf(item).join(""))
      .join("dot"),
  );
  if (wanted.length < 5) return [];
  const isIn = (text: FoldedText) =>
    [wanted, `${dotted}at${hosted}`, `${name.join("")}at${hosted}`].some((form) => text.holds(form));
  // A user name at a provider that contains a digit or a stop is unique; a plain word may be anybody's.
  const own = name.length > 1 && name.join("").length >= 6 && !roles.test(name.join("")) ? ` ${name.join(" ")} ` : null;
  return [
    {
      what: "e-mail address",
      level: "whole",
      isIn: (text) => isIn(text) || (own !== null && text.words.includes(own)),
    },
  ];
}

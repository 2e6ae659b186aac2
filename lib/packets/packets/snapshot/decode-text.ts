/** The further texts obtained by decoding: of URLs, mails, markup, JSON, base64 and hexadecimal. */
export function decodedForms(text: string): string[] {
  const forms = [percent(text), entities(text), escapes(text), quoted(text), ...runs(text)];
  return forms.filter((form): form is string => form !== null && form !== text);
}

function percent(text: string): string | null {
  if (!/%[0-9a-f]{2}/i.test(text)) return null;
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"));
}

function entities(text: string): string | null {
  if (!/&#x?[0-9a-f]+;|&(amp|nbsp|period|commat);/i.test(text)) return null;
  return text
    .replaceAll(/&#(x?)([0-9a-f]{1,6});/gi, (whole, hex: string, digits: string) => {
      const point = Number.parseInt(digits, hex ? 16 : 10);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replaceAll(/&(nbsp|amp);/gi, " ")
    .replaceAll(/&commat;/gi, "@")
    .replaceAll(/&period;/gi, ".");
}

function escapes(text: string): string | null {
  if (!/\\u[0-9a-f]{4}|\\[nrt/]/i.test(text)) return null;
  return text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\[nrt]/g, " ")
    .replaceAll("\\/", "/");
}

function quoted(text: string): string | null {
  if (!/=\r?\n|=[0-9A-F]{2}/.test(text)) return null;
  return text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"));
}

const hexRun = /(?<![0-9a-z])(?:[0-9a-f]{2}[\s:]?){6,}(?![0-9a-z])/gi;
const base64Run = /[A-Za-z0-9+/_-]{11,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*={0,2}/g;

/** Runs that may be text in another coat; what does not read as text is left out, as a hash never does. */
function runs(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(hexRun)) keep(found, Buffer.from(run.replaceAll(/[\s:]/g, ""), "hex"));
  for (const [run] of text.matchAll(base64Run)) keep(found, Buffer.from(run.replaceAll(/\s/g, ""), "base64"));
  return found.length > 0 ? [found.join("\n")] : [];
}

const noText = /[[\p{Cc}\uFFFD]--[\t\n\r]]/v;

function keep(found: string[], bytes: Buffer): void {
  const read = bytes.toString("utf8");
  if (bytes.length >= 5 && !noText.test(read)) found.push(read);
  else if (bytes.length >= 10 && bytes.length % 2 === 0 && isWide(bytes)) found.push(bytes.toString("utf16le"));
}

/** Two bytes a letter, low byte first, as Windows writes. */
function isWide(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i += 2) if (bytes[i + 1] !== 0 || (bytes[i] ?? 0) < 9) return false;
  return true;
}

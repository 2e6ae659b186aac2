import { decodeWords } from "postal-mime";

/** Fields that servers write. An encoded word in them is no word, but what somebody put there. */
const WRITTEN_BY_SERVERS = /^(received|received-spf|(arc-)?authentication-results|x-originating-ip|dkim-signature)$/i;
const RUN_OF_WORDS =
  /=\?([^?\s]{1,60})\?B\?[A-Za-z0-9+/=]{0,200}\?=(?:[ \t]{1,80}=\?\1\?B\?[A-Za-z0-9+/=]{0,200}\?=)+/gi;

/** [name, value] in the order of the file, each value on one line, its encoded words decoded. */
export function headersOf(node) {
  return fieldsOf(node).map(([name, value]) => [name, WRITTEN_BY_SERVERS.test(name) ? value : readWords(value)]);
}

/** The same as it is written. */
export function fieldsOf(node) {
  return node.rawHeaderLines.flatMap(({ line }, at) => {
    const colon = line.indexOf(":");
    const name = node.headers[at]?.originalKey ?? "";
    if (colon < 1 || name === "") return [];
    const value = line
      .slice(colon + 1)
      .replace(/\n[ \t]*/g, " ")
      .trim();
    return [[name, value]];
  });
}

/** Encoded words of RFC 2047. Some programs split a multi-byte letter over two words, each padded separately. */
export function readWords(text) {
  const joined = text.replace(RUN_OF_WORDS, (run, charset) => {
    const bytes = [...run.matchAll(/\?B\?([^?]*)\?=/gi)].map(([, word]) => Buffer.from(word, "base64"));
    return `=?${charset}?B?${Buffer.concat(bytes).toString("base64")}?=`;
  });
  return decodeWords(joined);
}

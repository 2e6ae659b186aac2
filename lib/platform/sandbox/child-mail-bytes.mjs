const MBOX_LINE = /^From [^\r\n]{1,300}\r?\n/;
/** The line that a file of several mails has before each, with the first header of that mail. */
const NEXT_MAIL = /\n\r?\nFrom \S{1,300} [^\r\n]{10,100}\d{4}[^\r\n]{0,20}\r?\n[!-9;-~]{1,60}:/;
const LOOKED_THROUGH = 4 * 1024 * 1024;

/** A mail from its first header on: without what programs put before it when they save one. */
export function openMail(bytes, note) {
  const plain = withoutMark(bytes, note);
  let from = 0;
  while (plain[from] === 0x0d || plain[from] === 0x0a) from += 1;
  const line = MBOX_LINE.exec(plain.toString("latin1", from, from + 400))?.[0] ?? "";
  const mail = plain.subarray(from + line.length);
  if (line !== "" && NEXT_MAIL.test(mail.toString("latin1", 0, LOOKED_THROUGH))) note("several_mails");
  return mail;
}

/** Some programs save a mail as they save any text: in UTF-16, or with a mark of UTF-8 at the start. */
function withoutMark(bytes, note) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isLittle && !(bytes[0] === 0xfe && bytes[1] === 0xff)) return bytes;
  note("file_utf16");
  return Buffer.from(new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes));
}

import { ChatRefusal, charsetOf, isInstant, piecesOf } from "./child-chat-lines.mjs";
import { parseThread, readThread, sourceOf } from "./child-chat-meta.mjs";
import { readSms } from "./child-chat-sms.mjs";
import { readWhatsapp } from "./child-chat-whatsapp.mjs";
import { entriesOf, isZip } from "./child-chat-zip.mjs";
import { readMail } from "./child-mail.mjs";
import { sniff } from "./child-sniff.mjs";

const MAX_BYTES = 512 * 1024 * 1024;
const FRAME_MESSAGES = 1000;
const FRAME_CHARACTERS = 1_000_000;
const LINES_NAMED = 50;
const MEDIA_NAMED = 5000;

/**
 * The messages of an export, in frames `{ format, messages: [...] }` of at most a thousand, then one
 * `{ chat: { format, problem, detail, unreadable, unreadableAt, media } }`.
 * @param request `{ size, dateOrder: "dmy" | "mdy" | "ymd" | null, platform: string | null, latestDay: "2026-11-24" }`
 */
export async function run({ input, request, send }) {
  const outbox = createOutbox(send);
  try {
    if (request.size === 0) throw new ChatRefusal("empty");
    if (request.size > MAX_BYTES) throw new ChatRefusal("too_large");
    await readAny(await input.whole(), request, outbox);
    if (outbox.count() === 0) throw new ChatRefusal("no_messages");
    await outbox.finish(null, null);
  } catch (error) {
    const { problem, detail } = error instanceof ChatRefusal ? error : { problem: "unreadable", detail: null };
    await outbox.finish(problem, detail);
  }
}

function createOutbox(send) {
  const end = { format: null, unreadable: 0, unreadableAt: [], media: [] };
  let held = [];
  let characters = 0;
  let seq = 0;

  async function flush() {
    if (held.length > 0) await send({ format: end.format, messages: held });
    [held, characters] = [[], 0];
  }

  return {
    count: () => seq,
    name: (format) => {
      end.format = format;
    },
    media: (name, size) => {
      if (end.media.length < MEDIA_NAMED) end.media.push({ name: name.split("/").at(-1).slice(0, 255), size });
    },
    unreadable: (line) => {
      end.unreadable += 1;
      if (end.unreadableAt.length < LINES_NAMED) end.unreadableAt.push(line);
    },
    async add(message) {
      seq += 1;
      const size = message.words.length + 400;
      if (held.length === FRAME_MESSAGES || characters + size > FRAME_CHARACTERS) await flush();
      held.push({ seq, ...message, words: message.words.toWellFormed() });
      characters += size;
    },
    async finish(problem, detail) {
      await flush();
      await send({ chat: { ...end, problem, detail } });
    },
  };
}

async function readAny(bytes, request, outbox) {
  if (isZip(bytes)) return readZip(bytes, request, outbox);
  const kind = await kindOf(bytes);
  if (kind === "json") return readThreads([{ name: "", bytes }], request, outbox);
  if (kind === "xml") return pour("sms", readSms(bytes, outbox.unreadable), outbox);
  if (kind === "eml") return pour("eml", await readMessage(bytes, 1, outbox.unreadable), outbox);
  if (kind === "text") return pour("whatsapp", readWhatsapp(bytes, request, outbox.unreadable), outbox);
  throw new ChatRefusal("not_a_chat");
}

async function pour(format, messages, outbox) {
  outbox.name(format);
  for (const message of messages) await outbox.add(message);
}

async function kindOf(bytes) {
  const head = bytes.subarray(0, 64 * 1024);
  const start = piecesOf(head, charsetOf(head))
    .next()
    .value.replace(/^\ufeff/, "")
    .trimStart();
  if (start.startsWith("{") || (start.startsWith("[") && !/^\[[^\]]{0,40}\p{N}/u.test(start))) return "json";
  if (/^<(\?xml|smses|calls|!DOCTYPE smses|!--)/i.test(start)) return "xml";
  const { kind, mime } = await sniff(head, bytes.byteLength);
  if (kind === "eml") return "eml";
  const isText =
    (kind === "text" && mime === "text/plain") ||
    (mime === "application/octet-stream" && charsetOf(head).startsWith("utf-16"));
  return isText || /^[\u200e\u200f]?[\d[]/.test(start) ? "text" : "other";
}

/** A chat, a conversation in parts, a backup or mails; never several conversations, most of which are not the case's. */
async function readZip(bytes, request, outbox) {
  const entries = entriesOf(bytes);
  const readable = entries.filter((entry) => entry.read);
  for (const entry of entries) if (!entry.read) outbox.media(entry.name, entry.size);
  const chat = readable.find(({ name }) => /(^|\/)_chat\.txt$|whatsapp[^/]*\.txt$/i.test(name));
  const texts = readable.filter(({ name }) => /\.txt$/i.test(name));
  const threads = readable.filter(({ name }) => /(^|\/)message_\d+\.json$/i.test(name));
  const mails = readable.filter(({ name }) => /\.eml$/i.test(name));
  const backup = readable.find(({ name }) => /\.xml$/i.test(name));
  const whole = chat ?? (texts.length === 1 ? texts[0] : undefined);
  if (whole) return pour("whatsapp", readWhatsapp(whole.read(), request, outbox.unreadable), outbox);
  if (threads.length > 0) {
    const named = threads.toSorted((a, b) => partOf(b.name) - partOf(a.name));
    return readThreads(named, request, outbox);
  }
  if (backup) return pour("sms", readSms(backup.read(), outbox.unreadable), outbox);
  if (mails.length === 0) throw new ChatRefusal("no_messages");
  for (const [at, mail] of mails.entries()) {
    await pour("eml", await readMessage(mail.read(), at + 1, outbox.unreadable), outbox);
  }
}

const partOf = (name) => Number(/message_(\d+)\.json$/i.exec(name)?.[1] ?? 0);

async function readThreads(files, request, outbox) {
  const folders = new Set(files.map(({ name }) => name.slice(0, name.lastIndexOf("/") + 1)));
  if (folders.size > 1) throw new ChatRefusal("several_conversations", String(folders.size));
  for (const { name, bytes, read } of files) {
    const thread = parseThread(bytes ?? read());
    const hint = request.platform === "instagram" ? "instagram" : "facebook";
    await pour(sourceOf(thread, name) ?? hint, readThread(thread, outbox.unreadable), outbox);
  }
}

/**
 * A mail is one message: sender and time are what its own fields claim, which the exhibit's page shows next to the
 * rest.
 */
async function readMessage(bytes, line, unreadable) {
  const { headers, lines, attachments, cut: isCut } = await readMail(bytes);
  const field = (name) => headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";
  const stamp = field("date").slice(0, 60);
  const at = Date.parse(stamp.replace(/\([^)]*\)/g, ""));
  if (!isInstant(at) || !/[+-]\d{4}|\b(GMT|UT|UTC|Z|[ECMP][SD]T)\b/.test(stamp)) {
    unreadable(line);
    return [];
  }
  const subject = field("subject");
  const words = [subject ? `Subject: ${subject}` : "", lines.join("\n")].filter(Boolean).join("\n\n");
  const media =
    attachments
      .map(({ name, size }) => `${name} (${size} bytes)`)
      .join(", ")
      .slice(0, 2000) || null;
  const cut = isCut || words.length > 100_000;
  const sender = field("from") || null;
  return [{ line, at, wall: null, stamp, sender, kind: "text", words: words.slice(0, 100_000), media, cut }];
}

import { ChatRefusal, isInstant, piecesOf } from "./child-chat-lines.mjs";
import { classify, markLikeOurs } from "./child-chat-words.mjs";

/** A JSON is held whole, as text and as objects: several times its size. Meta itself splits at 10,000 messages. */
const MAX_JSON = 48 * 1024 * 1024;
const MEDIA = ["photos", "videos", "audio_files", "gifs", "files", "media"];
const REACTIONS_MAX = 100;
const WORDS_MAX = 100_000;
const NAME_MAX = 500;
const MEDIA_MAX = 20_000;
const IN_LINE_MAX = 100;
const CALLS = /^(call|rtccall)$/i;

/** @throws ChatRefusal too_large, unreadable, no_messages */
export function parseThread(bytes) {
  if (bytes.byteLength > MAX_JSON) throw new ChatRefusal("too_large");
  let thread;
  try {
    thread = JSON.parse([...piecesOf(bytes)].join("").replace(/^\ufeff/, ""));
  } catch {
    throw new ChatRefusal("unreadable");
  }
  if (thread === null || typeof thread !== "object" || !Array.isArray(thread.messages)) {
    throw new ChatRefusal("no_messages");
  }
  return thread;
}

/** Messages of one file, oldest first: Meta writes the newest first. Times are milliseconds since 1970, UTC. */
export function* readThread(thread, unreadable) {
  for (let at = thread.messages.length - 1; at >= 0; at -= 1) {
    const raw = thread.messages[at];
    const stamp = raw?.timestamp_ms ?? raw?.timestamp;
    if (raw === null || typeof raw !== "object" || !isInstant(stamp)) {
      unreadable(at + 1);
      continue;
    }
    yield { line: at + 1, at: stamp, wall: null, stamp: String(stamp), ...contentOf(raw) };
  }
}

/** `instagram` or `facebook`, as the paths inside say; null when nothing says so. */
export function sourceOf(thread, path = "") {
  const first = thread.messages.slice(0, 200).flatMap(mediaOf);
  const body = [
    path,
    ...first,
    ...thread.messages.slice(0, 200).map((message) => String(message?.share?.link ?? "")),
  ].join("\n");
  if (/instagram/i.test(body)) return "instagram";
  return /facebook|messenger/i.test(body) ? "facebook" : null;
}

function contentOf(raw) {
  const media = mediaOf(raw);
  const message = [text(raw.content ?? raw.text), text(raw.share?.share_text), text(raw.share?.link)]
    .filter(Boolean)
    .join("\n");
  const words = [markLikeOurs(message), ...besideOf(raw)].filter(Boolean).join("\n");
  return {
    sender: text(raw.sender_name ?? raw.senderName).slice(0, NAME_MAX) || null,
    words: words.slice(0, WORDS_MAX),
    cut: words.length > WORDS_MAX,
    kind: kindOf(raw, media, message),
    media: media.length > 0 ? media.join(", ").slice(0, MEDIA_MAX) : null,
  };
}

/** What others did with the message, and Meta's notes on it: our own lines, in brackets. */
function besideOf(raw) {
  const reactions = Array.isArray(raw.reactions) ? raw.reactions : [];
  const shown = reactions.slice(0, REACTIONS_MAX);
  const seconds = Number(raw.call_duration);
  return [
    ...shown.map((reaction) => `[Reaction of ${inLine(reaction?.actor) || "somebody"}: ${inLine(reaction?.reaction)}]`),
    reactions.length > shown.length ? `[${reactions.length - shown.length} more reactions]` : "",
    Number.isFinite(seconds) && seconds > 0 ? `[Call of ${Math.round(seconds)} seconds]` : "",
    raw.missed === true ? "[Missed call]" : "",
    inLine(raw.ip) ? `[IP address noted by the platform: ${inLine(raw.ip)}]` : "",
  ];
}

function kindOf(raw, media, words) {
  if (raw.is_unsent === true || raw.isUnsent === true) return "deleted";
  if (raw.call_duration !== undefined || CALLS.test(String(raw.type ?? ""))) return "call";
  if (media.length > 0 || raw.sticker) return "media";
  return words === "" ? "system" : classify(words).kind;
}

function mediaOf(raw) {
  const lists = MEDIA.flatMap((name) => (Array.isArray(raw?.[name]) ? raw[name].slice(0, 50) : []));
  const named = [...lists, ...(raw?.sticker ? [raw.sticker] : [])].map((attachment) =>
    text(attachment?.uri ?? attachment?.name),
  );
  return named.filter(Boolean).map((name) => name.split("/").at(-1).slice(0, 255));
}

/** A user name must not start a line that looks like ours. */
const inLine = (value) => text(value).replace(/\s+/g, " ").trim().slice(0, IN_LINE_MAX);

const text = (value) => (typeof value === "string" ? repair(value) : "");

/**
 * Meta writes each byte of UTF-8 as a separate character (`Ã©` for `é`). Repaired only if all of it is such bytes and
 * valid UTF-8: correctly encoded words are not changed.
 */
export function repair(value) {
  if (!/[\u0080-\u00ff]/.test(value) || /[\u0100-\uffff]/.test(value)) return value;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(value, "latin1"));
  } catch {
    return value;
  }
}

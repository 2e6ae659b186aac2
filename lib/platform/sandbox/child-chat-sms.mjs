import { ChatRefusal, isInstant } from "./child-chat-lines.mjs";
import { markLikeOurs } from "./child-chat-words.mjs";
import { partsOf } from "./child-xml.mjs";

/** The bytes of a picture are in one attribute: it may be as large as what a zip may contain. */
const LIMITS = { value: 128 * 1024 * 1024, between: 128 * 1024 * 1024, text: false };
const VALUE_MAX = 100_000;
const UNKNOWN = /^(null|\(unknown\)|unknown|)$/i;
/** Whose phone it was: a backup has no name for its owner. */
export const OWNER = "This phone";

/**
 * Messages and calls of a backup in the format of "SMS Backup & Restore" (`smses`, `calls`). Times are milliseconds
 * since 1970, UTC. Pictures of an MMS are named, never read. @throws ChatRefusal no_messages, unreadable
 */
export function* readSms(bytes, unreadable) {
  let entry = 0;
  let known = false;
  let open = null;
  for (const part of partsOf(bytes, LIMITS)) {
    const name = part.open ?? part.close;
    if (!known && name !== "smses" && name !== "calls") throw new ChatRefusal("no_messages");
    known = true;
    if (part.open === "sms" || part.open === "call" || part.open === "mms") {
      entry += 1;
      const message = begin(name, part.attributes, entry);
      if (message === null) unreadable(entry);
      else if (name === "mms" && !part.empty) open = message;
      else yield message;
    } else if (part.open === "part" && open) addPart(open, part.attributes);
    else if (part.open === "addr" && open) addSender(open, part.attributes);
    else if (part.close === "mms" && open) {
      yield open;
      open = null;
    }
  }
  if (!known) throw new ChatRefusal("no_messages");
}

function begin(name, attributes, line) {
  const at = Number(attributes.date);
  if (!isInstant(at)) return null;
  const other = who(attributes);
  const own = name === "mms" ? attributes.msg_box !== "1" : attributes.type !== "1";
  const message = { line, at, wall: null, stamp: String(at), sender: own ? OWNER : other, media: null, cut: false };
  if (name === "call") return { ...message, ...callOf(attributes, other) };
  const body = [subjectOf(attributes), name === "sms" ? attributes.body : ""].filter(Boolean).join("\n");
  const notSent = NOT_SENT[name === "sms" ? attributes.type : attributes.msg_box];
  const words = [notSent, markLikeOurs(body)].filter(Boolean).join("\n");
  const isCut = words.length > VALUE_MAX;
  return { ...message, kind: name === "mms" ? "media" : "text", words: words.slice(0, VALUE_MAX), cut: isCut };
}

/** What never left the phone: a draft was sent to nobody. */
const NOT_SENT = {
  __proto__: null,
  3: "[Draft, never sent]",
  4: "[Waiting to be sent]",
  5: "[Sending failed]",
  6: "[Waiting to be sent]",
};

const subjectOf = ({ sub, subject }) => {
  const subjectLine = [sub, subject].find((text) => text && !UNKNOWN.test(text));
  return subjectLine ? `Subject: ${subjectLine}` : "";
};

/** In a group an MMS names all numbers in its own address; which of them wrote is the one of this type. */
const FROM = "137";

function addSender(open, { type, address = "" }) {
  if (type !== FROM || open.sender === OWNER || UNKNOWN.test(address) || address === "insert-address-token") return;
  const isOneOfMany = open.sender?.includes("~") || open.sender === null;
  if (isOneOfMany) open.sender = address.slice(0, 80);
}

/** The number identifies a sender; the name in the phone's contacts is somebody's label. */
function who({ contact_name: name = "", address, number }) {
  const dialled = (address ?? number ?? "").slice(0, 80);
  const called = UNKNOWN.test(name.trim()) ? "" : name.trim().slice(0, 80);
  if (called && dialled) return `${called} (${dialled})`;
  return called || dialled || null;
}

const CALLS = {
  __proto__: null,
  1: "Call received",
  2: "Call made",
  3: "Missed call",
  4: "Voicemail",
  5: "Call rejected",
  6: "Call refused",
};

function callOf({ type, duration }, other) {
  const seconds = Number(duration);
  const lasted = Number.isFinite(seconds) && seconds > 0 ? `, ${Math.round(seconds)} seconds` : "";
  return { kind: "call", sender: type === "2" ? OWNER : other, words: `${CALLS[type] ?? "Call"}${lasted}` };
}

function addPart(open, attributes) {
  const type = attributes.ct ?? "";
  if (type === "application/smil") return;
  if (type === "text/plain" && !UNKNOWN.test(attributes.text ?? "")) {
    const words = [open.words, markLikeOurs(attributes.text)].filter(Boolean).join("\n");
    open.words = words.slice(0, VALUE_MAX);
    open.cut ||= words.length > VALUE_MAX;
    return;
  }
  const name = [attributes.cl, attributes.fn, attributes.name].find((text) => text && !UNKNOWN.test(text)) ?? type;
  const size = attributes.data ? ` (${Math.floor((attributes.data.length * 3) / 4)} bytes)` : "";
  open.media = [open.media, `${name.slice(0, 200)}${size}`].filter(Boolean).join(", ").slice(0, 2000);
}

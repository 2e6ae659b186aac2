import { addressParser } from "postal-mime";
import { readMail } from "./child-mail.mjs";
import { openMail } from "./child-mail-bytes.mjs";
import { fieldsOf, readWords } from "./child-mail-headers.mjs";
import { resultsBy } from "./child-mail-results.mjs";
import { newBudget, readTree } from "./child-mail-tree.mjs";
import { showInvisible } from "./child-text.mjs";

const MAX_ADDRESSES = 50;
const MAX_FILES = 100;
const MAX_TEXT = 100_000;
const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,253}$/;
/** Fields in which a server or a sender names for whom a mail is. */
const RECIPIENTS = ["delivered-to", "x-original-to", "envelope-to", "to", "cc", "resent-to", "resent-cc"];

/**
 * The operation `letter`: what is asked of a mail that came in. One frame, with JSON as its body: who says to have
 * written it, for whom it is, whether a machine wrote it, what the server `by` found, its text and its attachments. HTML
 * becomes words; nothing that it names is loaded.
 */
export async function run({ request, input, send }) {
  const bytes = await input.whole();
  const { lines, attachments, cut, mail } = await readMail(bytes);
  const { root } = await readTree(
    openMail(bytes, () => undefined),
    newBudget(),
    0,
  );
  // As they are written: an encoded word could else become an address.
  const fields = fieldsOf(root);
  const all = (name) => fields.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
  const text = lines.join("\n");
  const letter = {
    from: all("from").flatMap(addressesIn),
    fromName: clean(readWords(nameIn(all("from")[0] ?? "")), 200),
    returnPath: returnPathOf(all("return-path")),
    recipients: RECIPIENTS.flatMap(all).flatMap(addressesIn).slice(0, MAX_ADDRESSES),
    subject: clean(readWords(all("subject")[0] ?? ""), 500),
    messageId: idOf(all("message-id")[0]),
    dateUtc: mail.dateUtc,
    automatic: automaticOf(all),
    results: request.by ? resultsBy(all("authentication-results"), request.by) : null,
    text: text.slice(0, MAX_TEXT),
    cut: cut || text.length > MAX_TEXT || attachments.length > MAX_FILES,
    attachments: attachments.slice(0, MAX_FILES),
  };
  await send({ letter: 1 }, Buffer.from(JSON.stringify(letter)));
}

/** Each address of a field once, in small letters. What is no address is left out, and makes no other one of it. */
function addressesIn(value) {
  const flat = addressParser(value.slice(0, 20_000), { flatten: true });
  return flat
    .map(({ address }) => (address ?? "").trim().toLowerCase())
    .filter((address) => ADDRESS.test(address))
    .slice(0, MAX_ADDRESSES);
}

const nameIn = (value) => addressParser(value.slice(0, 2000), { flatten: true })[0]?.name ?? "";

/** `<>` is empty: a server wrote it, and an answer would go round in circles. Null: no server noted it. */
function returnPathOf([first]) {
  if (first === undefined) return null;
  return first.replace(/[<>\s]/g, "") === "" ? "" : (addressesIn(first)[0] ?? null);
}

function idOf(value) {
  const id = (value ?? "").trim();
  return id === "" ? null : clean(id, 998);
}

/** Why no person wrote it, as RFC 3834 and custom say; null where nothing says so. */
function automaticOf(all) {
  const first = (name) => (all(name)[0] ?? "").trim().toLowerCase();
  if (returnPathOf(all("return-path")) === "") return "bounce";
  const kind = first("content-type");
  if (kind.startsWith("multipart/report")) return "bounce";
  const auto = first("auto-submitted");
  if (auto !== "" && !/^no\b/.test(auto)) return "auto_submitted";
  if (all("x-autoreply").length > 0 || all("x-autorespond").length > 0) return "auto_submitted";
  if (/^(bulk|junk|list|auto_reply)\b/.test(first("precedence"))) return "bulk";
  if (all("list-id").length > 0 || all("list-unsubscribe").length > 0) return "bulk";
  return null;
}

const clean = (text, most) => showInvisible(text).replaceAll(/\s+/g, " ").trim().slice(0, most);

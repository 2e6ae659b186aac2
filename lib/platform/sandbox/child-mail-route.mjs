import { addressIn, readHop } from "./child-mail-hop.mjs";
import { showInvisible } from "./child-text.mjs";

const MAX_HOPS = 60;
const MAX_CHECKS = 60;
const MAX_WORD = 300;
const METHODS = new Set(["spf", "dkim", "dmarc", "arc"]);

/**
 * What the headers of a mail say of its way: `headers` are [name, value] pairs in the order of the file, from the top.
 * Each server writes its line above those it found, so the way is read from the bottom up.
 */
export function readRoute(headers) {
  const all = (name) => headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
  const first = (name) => word(all(name)[0]);
  const date = first("date");
  return {
    messageId: first("message-id"),
    date,
    dateUtc: utcOf(date),
    from: first("from"),
    returnPath: first("return-path"),
    replyTo: first("reply-to"),
    originatingIp: originOf(all("x-originating-ip")[0] ?? ""),
    hops: all("received").slice(-MAX_HOPS).reverse().map(hopOf),
    checks: checksOf(all).slice(0, MAX_CHECKS),
  };
}

function hopOf(value) {
  const { claimed, seenIp, seenName, by, with: protocol, at } = readHop(value);
  return {
    claimed: word(claimed),
    seenIp,
    seenName: word(seenName),
    by: word(by),
    with: word(protocol),
    at: word(at),
    atUtc: utcOf(at),
  };
}

/** `mx.example; spf=fail smtp.mailfrom=a.example; dkim=none` (RFC 8601), and the older Received-SPF. */
function checksOf(all) {
  const noted = [...all("authentication-results"), ...all("arc-authentication-results")].flatMap(resultsOf);
  const older = all("received-spf").flatMap((value) => {
    const result = /^[a-z]{1,20}/i.exec(value)?.[0];
    const domain = /\b(?:envelope-from|helo)="?([^\s;"]{1,255})/i.exec(value)?.[1];
    return result ? [{ method: "spf", result: result.toLowerCase(), domain: domainOf(domain), by: "" }] : [];
  });
  return noted.some((result) => result.method === "spf") ? noted : [...noted, ...older];
}

function resultsOf(value) {
  const parts = value
    .slice(0, 4000)
    .replace(/\([^()]{0,500}\)/g, " ")
    .split(";")
    .map((part) => part.trim());
  const by = word(parts.find((part) => part !== "" && !/^i\s*=/i.test(part) && !/^\w+\s*=/.test(part))) ?? "";
  return parts.flatMap((part) => {
    const [, method = "", result = ""] = /^([a-z]{2,10})\s*=\s*([a-z]{1,20})\b/i.exec(part) ?? [];
    if (!METHODS.has(method.toLowerCase())) return [];
    const about = /\b(?:smtp\.mailfrom|smtp\.helo|header\.d|header\.i|header\.from)\s*=\s*"?([^\s;"]{1,255})/i.exec(
      part,
    );
    return [{ method: method.toLowerCase(), result: result.toLowerCase(), domain: domainOf(about?.[1]), by }];
  });
}

/** Written with brackets or without. */
const originOf = (text) => addressIn(text) ?? addressIn(`[${text.trim()}]`);

const domainOf = (text) => word(text?.slice(text.lastIndexOf("@") + 1));

/** RFC 5322 dates carry their own offset. One without is not guessed at. */
function utcOf(text) {
  if (!text || !/\d{1,2}:\d{2}/.test(text) || !/(?:[+-]\d{4}|\b(?:GMT|UTC|UT|Z))\b/.test(text)) return null;
  const at = new Date(text.replace(/\([^()]{0,100}\)/g, " ").trim());
  const year = at.getUTCFullYear();
  return Number.isNaN(at.getTime()) || year < 1970 || year > 2100 ? null : at.toISOString();
}

function word(text) {
  const clean = showInvisible((text ?? "").trim()).slice(0, MAX_WORD);
  return clean === "" ? null : clean;
}

const METHODS = new Set(["spf", "dkim", "dmarc"]);
const MAX_RESULTS = 40;

/**
 * What one server noted in `Authentication-Results` (RFC 8601): only the topmost field of that server, since each server
 * writes above what it found. Read strictly, because the sender chooses some of the words in it: quoted words and
 * comments end where the standard says, and a field that is written in any other way says nothing.
 * @param values the fields from the top @param by the name of our server
 * @returns null when that server noted nothing that can be read
 */
export function resultsBy(values, by) {
  for (const value of values) {
    const parts = partsOf(value);
    const [head = ""] = parts ?? [];
    const [server = ""] = head.trim().split(/\s+/);
    if (server.toLowerCase() === by.toLowerCase()) return parts.slice(1).flatMap(resultOf).slice(0, MAX_RESULTS);
  }
  return null;
}

/** Split at each semicolon outside quotes and comments; comments taken out. Null when one does not end. */
function partsOf(value) {
  const parts = [""];
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at];
    const add = (text) => {
      if (depth === 0) parts[parts.length - 1] += text;
    };
    if (sign === "\\" && (quoted || depth > 0)) {
      at += 1;
      add("_");
    } else if (quoted) {
      quoted = sign !== '"';
      add(quoted ? (/[\s;=()]/.test(sign) ? "_" : sign) : "");
    } else if (sign === '"' && depth === 0) quoted = true;
    else if (sign === "(") depth += 1;
    else if (sign === ")") {
      if (depth === 0) return null;
      depth -= 1;
      add(" ");
    } else if (sign === ";" && depth === 0) parts.push("");
    else add(sign);
  }
  return quoted || depth > 0 ? null : parts;
}

/** `dkim=pass reason="…" header.d=example.org`: the result, and the domain that it is about. */
function resultOf(part) {
  const words = part.trim().split(/\s+/);
  const [, method = "", result = ""] = /^([a-z]{2,10})(?:\/\d+)?=([a-z]{1,20})$/i.exec(words[0] ?? "") ?? [];
  if (!METHODS.has(method.toLowerCase())) return [];
  const about = { spf: ["smtp.mailfrom"], dkim: ["header.d"], dmarc: ["header.from"] }[method.toLowerCase()];
  const found = words.slice(1).flatMap((word) => {
    const [, name = "", value = ""] = /^([a-z.]{1,40})=(\S{1,320})$/i.exec(word) ?? [];
    return about.includes(name.toLowerCase()) ? [value] : [];
  });
  const [value = ""] = found;
  const domain = value.slice(value.lastIndexOf("@") + 1).toLowerCase();
  return [
    {
      method: method.toLowerCase(),
      result: result.toLowerCase(),
      domain: found.length === 1 && /^[a-z0-9.-]{1,253}$/.test(domain) ? domain : null,
    },
  ];
}

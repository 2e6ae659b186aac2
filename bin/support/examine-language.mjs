import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { inRoot } from "./paths.mjs";

/** The language that UI_LANGUAGE names: whether there is one, and how much of it is translated. */
export function examineLanguage({ UI_LANGUAGE: code = "en" }) {
  const languages = globSync("messages/*.json", { cwd: inRoot(".") }).map((path) => basename(path, ".json"));
  if (!languages.includes(code)) {
    const known = languages.sort().join(", ");
    return [["fail", `UI_LANGUAGE is ${code}, and there is no messages/${code}.json`, `Set it to one of: ${known}`]];
  }
  const all = Object.keys(messagesOf("en"));
  const given = messagesOf(code);
  const missing = all.filter((message) => !given[message]).length;
  if (missing === 0) return [["ok", `Screens speak ${code}; what leaves the organisation is in English`]];
  const what = `${missing} of ${all.length} messages are not translated into ${code}: they are shown in English`;
  return [["warn", what, `npm run messages -- ${code} lists them in messages/${code}.json as empty`]];
}

const messagesOf = (code) => JSON.parse(readFileSync(inRoot("messages", `${code}.json`), "utf8"));

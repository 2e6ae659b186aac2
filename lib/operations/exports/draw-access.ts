import { accessWords } from "./labels";
import { drawKind, escaped, page } from "./rules";
import type { Kind, LeftOut } from "./types";

/** The page of a client's folder: the data about them, what is withheld and why. One file, no script. */
export function drawAccess(kinds: readonly Kind[], leftOut: readonly LeftOut[], now: Date): string {
  const inside = kinds
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, title, rows }) => `<li><a href="#${name}">${escaped(title)}</a> (${rows.length})</li>`);
  const out = leftOut.map(({ title, rows, why }) => `<li>${escaped(title)} (${rows}): ${escaped(why)}</li>`);
  const body = `<h1>What is kept about you</h1>
<p class="box"><strong>Keep this where nobody else looks.</strong> It says who you are, how you are reached and what you told. Whoever has this file can read it.</p>
${accessWords.map((words) => `<p>${escaped(words)}</p>`).join("\n")}
<p>Written ${escaped(now.toISOString())} (UTC). The same is in <a href="data/">data</a>, one JSON file for each kind.</p>
<h2>In this folder</h2><ul>${inside.join("\n")}</ul>
<h2 id="left-out">Not in this folder</h2><ul>${out.join("\n")}</ul>
${kinds.map(drawKind).join("\n")}`;
  return page("What is kept about you", body);
}

import { isId } from "@/lib/platform/ids";
import type { FolderPiece } from "./access";
import type { CaseKinds } from "./read-kinds";
import { drawKind, escaped, page } from "./rules";
import type { Kind, Plain } from "./types";

/** The page of a folder: plain, printable, one file, no script, nothing from elsewhere. */
export function drawIndex({ code, kinds }: CaseKinds, files: readonly FolderPiece[], now: Date): string {
  const text = `<h1>Case ${escaped(code)}</h1>
<p class="box"><strong>In clear.</strong> Everything here can be read by whoever has this folder: names, contacts, words and pictures as they came. Keep it on an encrypted disk and delete it when it is not needed.</p>
<p>Written ${escaped(now.toISOString())} (UTC). Records are in <a href="data/">data</a>, one JSON file for each kind. To see that nothing changed, open <code>check.html</code>, or run <code>sha256sum -c SHA256SUMS</code>.</p>
${contents(kinds)}
${timeline(kinds)}
${fileList(files)}
${kinds.map(drawKind).join("\n")}`;
  return page(`Case ${code}`, text);
}

function contents(kinds: readonly Kind[]): string {
  const items = kinds
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, title, rows }) => `<li><a href="#${name}">${escaped(title)}</a> (${rows.length})</li>`);
  return `<h2>In this folder</h2><ul><li><a href="#timeline">Timeline</a></li><li><a href="#files">Files</a></li>${items.join("")}<li><a href="data/chat_messages.json">Messages of chats</a></li></ul>`;
}

/** What happened when, by the column of each kind that says so. */
const moments: Record<string, readonly string[]> = {
  case: ["openedAt", "closedAt"],
  incidents: ["happenedAt"],
  references: ["recordedAt"],
  exhibits: ["receivedAt"],
  step_events: ["recordedAt"],
  refusals: ["recordedAt"],
  letters: ["recordedAt"],
  releases: ["grantedAt"],
  packet_events: ["at"],
  dispatches: ["sentAt"],
  handover_events: ["at"],
  documents: ["draftedAt"],
};

function timeline(kinds: readonly Kind[]): string {
  const lines = kinds.flatMap(({ name, title, rows }) =>
    rows.flatMap((row) =>
      (moments[name] ?? []).flatMap((column) => {
        const at = row[column];
        return typeof at === "string" ? [{ at, title, words: headline(row, column) }] : [];
      }),
    ),
  );
  const shown = lines
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ at, title, words }) => `<tr><th>${escaped(at)}</th><td>${escaped(title)}: ${escaped(words)}</td></tr>`);
  return `<h2 id="timeline">Timeline (UTC)</h2><table>${shown.join("\n")}</table>`;
}

const telling = [
  "what",
  "raw",
  "description",
  "event",
  "kind",
  "nature",
  "stepKey",
  "title",
  "code",
  "method",
  "state",
];

function headline(row: Record<string, Plain>, column: string): string {
  const texts = telling.map((key) => row[key]).filter((value) => typeof value === "string" && value !== "");
  return [row.name, ...texts.slice(0, 2), reportOf(row), column === "closedAt" ? "closed" : ""]
    .filter(Boolean)
    .join(", ");
}

/** The platform of one report of a step; the id of a number means nothing to a reader. */
const reportOf = ({ part }: Record<string, Plain>) => (typeof part === "string" && !isId(part) ? part : "");

function fileList(files: readonly FolderPiece[]): string {
  const rows = files.map(({ name, about }) => {
    const what = about ? `${about.kind === "original" ? "Original" : "Made from"} ${about.exhibit}` : "";
    const link = name.split("/").map(encodeURIComponent).join("/");
    const sum = about ? `<br><code>${about.sha256}</code>` : "";
    return `<tr><th><a href="${link}">${escaped(name)}</a></th><td>${escaped(what)}${sum}</td></tr>`;
  });
  return `<h2 id="files">Files</h2><table>${rows.join("\n")}</table>`;
}

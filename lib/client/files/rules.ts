import type { FileWords } from "./types";

/** Of one file from a phone, in bytes. Our own default, kind D. */
export const maxClientFileBytes = 100 * 1024 * 1024;

/** What may be announced and not looked at yet, for one page: a flood fills no disk, and no day's evidence is refused. */
export const maxWaitingFiles = 500;
export const maxWaitingBytes = 4 * 1024 * 1024 * 1024;

/** The place of what she says of a file, under the key of her page. */
export const filePlace = (id: string) => ({ table: "client_files", column: "details", row: id });

export function readFileWords(json: string): FileWords {
  return JSON.parse(json) as FileWords;
}

/** The first whole web address in what she typed; undefined if there is none. */
export function addressIn(text: string): string | undefined {
  const found = /https?:\/\/[^\s<>"]+/i.exec(text)?.[0];
  return found && URL.canParse(found) ? found.slice(0, 2048) : undefined;
}

/** What she said of a file, for its ledger. Empty if she said nothing. */
export function remarksOf({ what, when, where }: FileWords): string {
  const said = [
    ["What it shows", what],
    ["When", when],
    ["Where", where],
  ].filter(([, words]) => words !== "");
  return said.map(([name, words]) => `${name}, in the client's words: ${words}`).join("\n");
}

/** What an exhibit is called until a caseworker says it better: what she said it shows, or the name of the file. */
export function describedAs({ what, fileName }: FileWords): string {
  const said = (what || fileName).slice(0, 300).trim();
  return said.length < 3 ? "File of the client" : said;
}

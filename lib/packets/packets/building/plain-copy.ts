import { mailNoteWords } from "@/lib/evidence/exhibits/labels";
import type { PreparedExhibit } from "../snapshot/snapshot";
import { WordsRead } from "../snapshot/snapshot-words";

/** The words of a text or a mail as a file without active content; null if nothing was read of it. */
export function plainCopy(read: unknown): NonNullable<PreparedExhibit["copy"]> | null {
  const text = WordsRead.safeParse(read).data;
  if (!text || (text.headers.length === 0 && text.lines.length === 0)) return null;
  const { headers, lines, attachments, cut, mail } = text;
  const blocks = [
    headers.map(({ name, value }) => `${name}: ${value}`),
    lines,
    attachments.map(({ name, mime, size, sha256 }) => {
      const hash = sha256 ? `, SHA-256 ${sha256}` : "";
      return `[Attached to it: ${name || "without a name"}, ${mime}, ${size} bytes${hash}]`;
    }),
    (mail?.notes ?? []).map((note) => `[${mailNoteWords(note)}]`),
    cut ? ["[It goes on in the original, which was too long to copy.]"] : [],
  ];
  const whole = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
  const bytes = Buffer.from(`${whole.join("\n\n")}\n`);
  const open = async function* () {
    yield bytes;
  };
  return { name: "plain.txt", size: bytes.length, open, mimeType: "text/plain" };
}

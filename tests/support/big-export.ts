import { seededNumbers } from "./files";

const WORDS = "you where are I know see house stop late door work come car street night phone never again call".split(
  " ",
);

/**
 * The text of a WhatsApp export (Android, 24 h, day first) of `count` messages between two people, from 1 January 2020,
 * a few minutes apart. Every 25th has two lines, every 40th a picture that was left out. The same on every machine.
 */
export function makeBigExport(count: number): Buffer {
  const next = seededNumbers(7);
  const lines: string[] = [];
  let at = Date.UTC(2020, 0, 1, 6, 0);
  for (let index = 0; index < count; index += 1) {
    at += Math.floor(next() * 12) * 60_000;
    const messageWords = Array.from(
      { length: 4 + Math.floor(next() * 12) },
      () => WORDS[Math.floor(next() * WORDS.length)],
    );
    const text = index % 40 === 39 ? "<Media omitted>" : `${messageWords.join(" ")} ${index}`;
    lines.push(`${stampOf(at)} - ${next() < 0.7 ? "Sam Muster" : "Dana Voorbeeld"}: ${text}`);
    if (index % 25 === 24) lines.push("and one more thing");
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}

function stampOf(at: number): string {
  const [day = "", time = ""] = new Date(at).toISOString().split("T");
  return `${day.split("-").toReversed().join("/")}, ${time.slice(0, 5)}`;
}

import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, mono, newLine, strong } from "@/lib/platform/pdf/rich-text";
import type { PreparedExhibit, SnapshotExhibit, Transcript } from "../../snapshot/snapshot";
import { cells, particulars, table } from "../section";
import { labelled } from "../source-column";
import { grouped, isolated, listed, utc } from "../words";
import { printedTranslations } from "./translations";

/** The words of an exhibit after its particulars: each message or line under its number. */
export function transcriptBlocks(exhibit: SnapshotExhibit, { transcript }: PreparedExhibit): Block[] {
  if (!transcript) return [];
  const { headers, hops, notes, rows, attachments } = transcript;
  return [
    { b: "h3", title: `Exhibit ${exhibit.code}: ${titles[transcript.of]}` },
    {
      b: "note",
      text: [wordsText(transcript), coveredText(transcript), maskedText(transcript), ...notes]
        .filter(Boolean)
        .join(" "),
    },
    ...(headers.length > 0
      ? [
          particulars(
            headers.map(({ name, value }) => labelled(isolated(name), isolated(value))),
            34,
            true,
          ),
        ]
      : []),
    ...wayBlocks(hops, exhibit.code),
    ...(rows.length > 0 ? [transcript.of === "chat" ? messages(rows, exhibit) : lines(rows, exhibit)] : []),
    ...(attachments.length > 0
      ? [
          { b: "h3", title: "Attached to it" } as const,
          table(
            [
              [90, "Name and SHA-256"],
              [50, "Kind"],
              [30, "Bytes"],
            ],
            attachments.map(({ name, mime, bytes, sha256 }) => {
              const hash: Inline[] = sha256
                ? [newLine, mono(grouped(sha256.slice(0, 32))), newLine, mono(grouped(sha256.slice(32)))]
                : [];
              return cells([isolated(name || "without a name"), ...hash], isolated(mime), String(bytes));
            }),
            true,
          ),
        ]
      : []),
  ];
}

/** What each server saw, separate from what the previous machine claimed about itself: only the first is reliable. */
function wayBlocks(hops: Transcript["hops"], code: string): Block[] {
  if (hops.length === 0) return [];
  return [
    { b: "h3", title: `Exhibit ${code}: the way of the mail` },
    {
      b: "note",
      text: "From the Received lines, the first server first. Each server wrote the address that it saw; lines of servers near the sender can be forged. What a machine claimed of itself can be anything.",
    },
    table(
      [
        [38, "Time"],
        [42, "Received by"],
        [48, "Address it saw"],
        [42, "Claimed by the sender’s machine"],
      ],
      hops.map(({ at, by, seen, claimed }) =>
        cells(
          isolated(at ?? "not known"),
          isolated(by ?? "not said"),
          isolated(seen ?? "not known"),
          isolated(claimed ?? "nothing"),
        ),
      ),
      true,
    ),
  ];
}

const titles = { chat: "words of the chat", mail: "words of the mail", text: "words of the file" } as const;

/** Which part of the file is printed: `Messages 12 to 22 of 212; those around each act are printed.` */
export function wordsText({ of, rows, total, cut, zone }: Transcript): string {
  const unit = of === "chat" ? "message" : "line";
  const runs = runsOf(rows.map(({ no }) => no));
  const printed =
    rows.length === 0
      ? `No ${unit} of it is printed.`
      : `${cut || rows.length < total ? `Printed: ${unit}${rows.length === 1 ? "" : "s"} ${listed(runs)} of ${total}.` : `All ${total === 1 ? `of it: one ${unit}` : `${total} ${unit}s`}.`}`;
  const why = of === "chat" && cut ? (rows.some(({ incident }) => incident) ? aroundActs : fromTheStart) : "";
  const times = zone ? ` Times stand as in the file, read in the zone ${zone}, and in UTC.` : "";
  return `${printed}${why}${times}`;
}

const aroundActs = " Those are the acts, and up to five messages before and after each.";
const fromTheStart = " No act is tied to a message of it, so its beginning stands here.";

/** `3 to 8`, `12` */
function runsOf(numbers: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const no of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === no - 1) last[1] = no;
    else runs.push([no, no]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
}

function coveredText({ covered }: Transcript): string {
  if (covered.length === 0) return "";
  return `Covered with words in square brackets, since it says who or where the client is: ${listed(covered)}. The file itself is as it was received.`;
}

/** What a person covered, how often, in which role and why, and where the original words are. */
function maskedText({ masked }: Transcript): string {
  if (masked.length === 0) return "";
  const each = masked.map(
    ({ says, why, by, times }) => `${says}${why ? ` (${why})` : ""}, ${formatTimes(times)}, by ${by}`,
  );
  return `Words were covered here by a person, marked [covered: …]: ${each.join("; ")}. The original is kept as it was received; its SHA-256 stands at the head of this exhibit.`;
}

/** `4 places, by a caseworker; what they are of stands above the words`, or nothing. */
export function maskedOnCover({ masked }: Transcript): string | null {
  if (masked.length === 0) return null;
  const places = masked.reduce((sum, { times }) => sum + times, 0);
  return `${places === 1 ? "one place" : `${places} places`}, by ${listed([...new Set(masked.map(({ by }) => by))])}; why stands above the words`;
}

const formatTimes = (times: number): string => (times === 1 ? "once" : `${times} times`);

type Rows = Transcript["rows"];

/** Each message under its number, with what its words mean where there is a translation. */
function messages(rows: Rows, exhibit: SnapshotExhibit): Block {
  const translations = printedTranslations(exhibit).filter(({ of }) => of === "message");
  const beside = standBeside(
    rows.filter(({ by }) => by),
    translations,
  );
  return table(
    beside
      ? [
          [14, "No."],
          [36, "Time"],
          [24, "From"],
          [48, "Words as sent"],
          [48, "In English"],
        ]
      : [
          [14, "No."],
          [40, "Time"],
          [30, "From"],
          [86, "Words"],
        ],
    rows.map((row): Row => {
      const no: Inline[] = [String(row.no), ...(row.incident ? [newLine, strong(row.incident)] : [])];
      const time: Inline[] = [
        ...(row.stamp ? [isolated(row.stamp), newLine] : []),
        row.at ? mono(utc(row.at)) : "not known",
      ];
      const words = withEnglish([isolated(row.words)], translations.find(isOf(row)), beside);
      return cells(no, time, row.by ? isolated(row.by) : "nobody named", ...words);
    }),
    true,
  );
}

/** Lines that were translated together stand in one row, with their translation. */
function lines(rows: Rows, exhibit: SnapshotExhibit): Block {
  const translations = printedTranslations(exhibit).filter(({ of }) => of === "line");
  const worded = rows.filter(({ words }) => words.trim() !== "");
  const beside = standBeside(worded, translations);
  const passages = new Map<string, Rows>();
  for (const row of worded) {
    const of = translations.find(isOf(row));
    const key = of ? `${of.from}` : `line ${row.no}`;
    passages.set(key, [...(passages.get(key) ?? []), row]);
  }
  return table(
    beside
      ? [
          [18, "Line"],
          [76, "Words as written"],
          [76, "In English"],
        ]
      : [
          [14, "Line"],
          [156, "Words"],
        ],
    [...passages].map(([key, some]) => {
      const words = some.flatMap((row, i): Inline[] => [...(i > 0 ? [newLine] : []), isolated(row.words)]);
      const english = translations.find(({ from }) => `${from}` === key);
      return cells(runsOf(some.map(({ no }) => no)).join(", "), ...withEnglish(words, english, beside));
    }),
    true,
  );
}

type Translated = ReturnType<typeof printedTranslations>[number];

const isOf =
  ({ no }: Rows[number]) =>
  ({ from, to }: Translated): boolean =>
    from <= no && no <= to;

/** Where half of it or more is in another language, its English has a column; a few foreign words have it below them. */
const standBeside = (rows: Rows, translations: readonly Translated[]): boolean =>
  translations.length > 0 && rows.filter((row) => translations.some(isOf(row))).length * 2 >= rows.length;

/** The cells of words and of what they mean. */
function withEnglish(words: readonly Inline[], english: Translated | undefined, beside: boolean): Inline[][] {
  if (beside) return [[...words], [english ? isolated(english.words) : "not translated"]];
  return [english ? [...words, newLine, "In English: ", isolated(english.words)] : [...words]];
}

import type { Transcript } from "@/lib/packets/packets/snapshot/snapshot";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** The words with their marks, row by row under the numbers that the packet prints. */
export function PrintedWords({ transcript, hasWords }: { transcript: Transcript | null; hasWords: boolean }) {
  if (!hasWords) return <p className="muted">{t("There are no words in this file.")}</p>;
  if (!transcript)
    return <p className="muted">{t("The words stay hidden until you ask to see them. Each reading is logged.")}</p>;
  const { headers, hops, notes, rows, attachments, total, of } = transcript;
  const unit = of === "chat" ? "message" : "line";
  return (
    <>
      {rows.length < total ? (
        <p className="small muted">
          {t("A packet prints {rows} of {total}. A cover counts in the others too.", {
            rows: plural(rows.length, unit),
            total,
          })}
        </p>
      ) : null}
      {notes.map((note) => (
        <p className="small breakable" key={note}>
          <Marked text={note} />
        </p>
      ))}
      <Named rows={headers} />
      <Named rows={hops.flatMap(wayOf)} />
      <ol className="printed">
        {rows
          .filter(({ words }) => words.trim() !== "")
          .map(({ no, by, words, incident, hidden }) => (
            <li className="printed__row" key={no} value={no}>
              <span className="printed__no">
                {no}
                {incident ? <span className="strong"> {incident}</span> : null}
              </span>
              <span>
                {by ? (
                  <span className="muted">
                    <Marked text={by} />:{" "}
                  </span>
                ) : null}
                <Marked text={words} />
                {hidden && incident ? (
                  <span className="printed__warning"> {t("Nothing of this act can be read any more.")}</span>
                ) : null}
              </span>
            </li>
          ))}
      </ol>
      <Named rows={attachments.map(({ name }) => ({ name: t("Attached to it"), value: name || "without a name" }))} />
    </>
  );
}

/** What is shown next to the words. */
function Named({ rows }: { rows: readonly { name: string; value: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <dl className="printed printed--heads">
      {rows.map(({ name, value }, i) => (
        // One name may come twice.
        <div className="printed__row" key={`${i} ${name}`}>
          <dt>
            <Marked text={name} />
          </dt>
          <dd>
            <Marked text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One server on the way of the mail, as the packet prints it. */
function wayOf({ at, by, seen, claimed }: Transcript["hops"][number]): { name: string; value: string }[] {
  const messages = [
    by === null ? "" : t("by {by}", { by }),
    at === null ? "" : at,
    seen === null ? "" : t("from {seen}", { seen }),
    claimed === null ? "" : t("which called itself {claimed}", { claimed }),
  ];
  return [{ name: t("Received"), value: messages.filter(Boolean).join(", ") || "nothing is known" }];
}

const marks = /(\[(?:covered: |client’s )[^[\]]*\])/;

/** The marks are distinguishable without colour: they are in brackets, and in a separate element. */
function Marked({ text }: { text: string }) {
  return text
    .split(marks)
    .map((part, i) =>
      i % 2 === 1 ? <mark key={`${i}${part}`}>{part}</mark> : <span key={`${i}${part}`}>{part}</span>,
    );
}

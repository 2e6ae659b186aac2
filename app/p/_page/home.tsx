/** @jsxImportSource preact */

import type { OwnFile } from "@/lib/client/files/types";
import type { ClientMessage } from "@/lib/client/messages/types";
import { receiptOf } from "@/lib/client/pages/rules";
import type { OwnPaper, PaperState } from "@/lib/client/papers/types";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { civilDate } from "@/lib/platform/time/clock";
import { drawPage, Note, type Where } from "./frame";

type Shown = {
  where: Where;
  messages: readonly ClientMessage[];
  files: readonly OwnFile[];
  papers: readonly OwnPaper[];
  zone: string;
  expiresAt: Date;
  /** What a form came to, by the key of its sentence. */
  said: string | null;
  error?: { key: WordingKey; typed: string };
};

const sentences: readonly WordingKey[] = ["messageSent", "fileWaiting", "saved"];

/** What a client sees when she opened her page: what waits for her first. */
export function drawHome(shown: Shown): string {
  const { where, messages, papers, zone, expiresAt, said } = shown;
  const { say } = where;
  const sentence = sentences.find((key) => key === said);
  const waiting = papers.filter((paper) => paper.state === "open");
  return drawPage({
    where,
    heading: say("home"),
    isOpen: true,
    children: (
      <>
        <Note text={sentence ? say(sentence) : null} />
        {waiting.length > 0 ? <Papers where={where} papers={waiting} zone={zone} /> : null}
        <Status where={where} lines={messages.filter((message) => message.kind === "status")} zone={zone} />
        <Messages {...shown} messages={messages.filter((message) => message.kind === "message")} />
        <Files {...shown} />
        {papers.length > waiting.length ? (
          <Papers where={where} papers={papers.filter((paper) => paper.state !== "open")} zone={zone} />
        ) : null}
        <p class="quiet-text">{say("danger")}</p>
        <p class="quiet-text">{say("until", { date: civilDate(expiresAt, zone) })}</p>
        <p class="quiet-text">{say("private")}</p>
      </>
    ),
  });
}

function Status({ where: { say }, lines, zone }: { where: Where; lines: readonly ClientMessage[]; zone: string }) {
  return (
    <section>
      <h2>{say("status")}</h2>
      {lines.length === 0 ? <p class="quiet-text">{say("statusNone")}</p> : null}
      <ul class="plain">
        {lines.toReversed().map((line) => (
          <li key={line.id}>
            <span class="quiet-text">{civilDate(line.at, zone)}</span>
            <br />
            {line.line ? say(line.line, { date: line.lineOn ?? "" }) : line.words}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Messages({ where, messages, zone, error }: Shown) {
  const { say, to } = where;
  return (
    <section>
      <h2>{say("messages")}</h2>
      {messages.length === 0 ? <p class="quiet-text">{say("messagesNone")}</p> : null}
      {messages.map((message) => (
        <div class={message.writer === "client" ? "said mine" : "said theirs"} key={message.id}>
          <span class="quiet-text">
            {say(message.writer === "client" ? "you" : "advocate")}, {civilDate(message.at, zone)}
          </span>
          {"\n"}
          {message.words}
        </div>
      ))}
      <form method="post" autocomplete="off" action={to("/p/messages")}>
        <label for="words">{say("write")}</label>
        {error ? (
          <p class="error" id="words-error" role="alert">
            {say(error.key)}
          </p>
        ) : null}
        <textarea id="words" name="words" maxLength={4000} aria-describedby={error ? "words-error" : undefined}>
          {error?.typed ?? ""}
        </textarea>
        <div class="row">
          <button type="submit">{say("send")}</button>
        </div>
      </form>
    </section>
  );
}

const fileStates: Record<OwnFile["state"], WordingKey> = {
  announced: "fileUnfinished",
  waiting: "fileWaiting",
  accepted: "fileAccepted",
  set_aside: "fileSetAside",
};

function Files({ where: { say, to }, files, zone }: Shown) {
  return (
    <section>
      <h2>{say("files")}</h2>
      <p>{say("filesHint")}</p>
      <div class="row">
        <a class="button" href={to("/p/files")}>
          {say("filesChoose")}
        </a>
      </div>
      {files.length > 0 ? <h2>{say("filesSent")}</h2> : null}
      <ul class="plain">
        {files.map((file) => (
          <li key={file.id}>
            {file.words.fileName || file.words.what || receiptOf(file.id)}
            <br />
            <span class="quiet-text">
              {say(fileStates[file.state])}{" "}
              {file.receivedAt
                ? say("fileReceipt", { receipt: receiptOf(file.id), date: civilDate(file.receivedAt, zone) })
                : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const paperStates: Record<PaperState, WordingKey> = {
  open: "paperOpen",
  signed: "paperSigned",
  declined: "paperDeclined",
  corrected: "paperCorrected",
  withdrawn: "paperWithdrawn",
  ended: "paperEnded",
};

/** How a paper stands, with its day. */
export function paperSentence({ say }: Where, paper: OwnPaper, zone: string): string {
  const at = paper.withdrawnAt ?? paper.answeredAt;
  return say(paperStates[paper.state], { date: at ? civilDate(at, zone) : "" });
}

function Papers({ where, papers, zone }: { where: Where; papers: readonly OwnPaper[]; zone: string }) {
  const { say, to } = where;
  return (
    <section>
      <h2>{say("papers")}</h2>
      <ul class="plain">
        {papers.map((paper) => (
          <li key={paper.id}>
            <a href={to(`/p/papers/${paper.id}`)}>{paper.text.title}</a>
            <br />
            <span class="quiet-text">{paperSentence(where, paper, zone)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

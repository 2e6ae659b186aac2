/** @jsxImportSource preact */
import type { OwnPaper } from "@/lib/client/papers/types";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { languageNames, sayIn } from "@/lib/client/wording/rules";
import { drawPage, Note, type Where } from "./frame";
import { paperSentence } from "./home";

type Typed = { name: string; words: string };
type Shown = { where: Where; paper: OwnPaper; zone: string; errors?: Record<string, WordingKey>; typed?: Typed };

/** One paper: its text, and what she can answer. */
export function drawPaperPage({ where, paper, zone, errors = {}, typed }: Shown): string {
  const { say, to } = where;
  const address = to(`/p/papers/${paper.id}`);
  return drawPage({
    where,
    heading: paper.text.title,
    isOpen: true,
    children: (
      <>
        <p>
          <a href={to("/p")}>{say("back")}</a>
        </p>
        <p class="note">{paperSentence(where, paper, zone)}</p>
        <section class="paper" lang={paper.language}>
          {paper.language === where.language ? null : <p class="quiet-text">{languageNames[paper.language]}</p>}
          {paper.text.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {paper.unconfirmed ? <p class="quiet-text">{sayIn(paper.language)("unconfirmed")}</p> : null}
        </section>
        {paper.english && paper.language !== "en" ? (
          <details lang="en">
            <summary>{say("paperEnglish")}</summary>
            <h2>{paper.english.title}</h2>
            {paper.english.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </details>
        ) : null}
        {paper.state === "open" ? <Answer where={where} address={address} errors={errors} typed={typed} /> : null}
        {paper.state === "signed" ? (
          <form method="post" autocomplete="off" action={address}>
            <input type="hidden" name="answer" value="withdrawn" />
            <div class="row">
              <button type="submit" class="quiet">
                {say("paperWithdraw")}
              </button>
            </div>
          </form>
        ) : null}
      </>
    ),
  });
}

type Asked = { where: Where; address: string; errors: Record<string, WordingKey>; typed: Typed | undefined };

function Answer({ where: { say }, address, errors, typed }: Asked) {
  const wrong = (field: string) => (errors[field] ? say(errors[field]) : null);
  return (
    <>
      <form method="post" autocomplete="off" action={address}>
        <Note text={Object.values(errors)[0] ? say(Object.values(errors)[0] as WordingKey) : null} bad />
        <label class="check">
          <input type="checkbox" name="agree" value="on" />
          {say("paperAgree")}
        </label>
        <Mistake text={wrong("agree")} />
        <label for="name">{say("paperName")}</label>
        <Mistake text={wrong("name")} />
        <input id="name" name="name" type="text" maxLength={200} autocomplete="off" value={typed?.name ?? ""} />
        <div data-sign hidden>
          <label for="strokes">{say("paperDraw")}</label>
          <p class="hint">{say("optional")}</p>
          <input id="strokes" type="hidden" name="strokes" />
          <canvas width={1000} height={400} aria-label={say("paperDraw")} />
          <button type="button" class="quiet">
            {say("paperClear")}
          </button>
        </div>
        <div class="row">
          <button type="submit" name="answer" value="signed">
            {say("paperSign")}
          </button>
          <button type="submit" name="answer" value="declined" class="quiet">
            {say("paperDecline")}
          </button>
        </div>
      </form>
      <form method="post" autocomplete="off" action={address}>
        <h2>{say("paperWrong")}</h2>
        <label for="words">{say("paperWrongWhat")}</label>
        <Mistake text={wrong("words")} />
        <textarea id="words" name="words" maxLength={4000}>
          {typed?.words ?? ""}
        </textarea>
        <div class="row">
          <button type="submit" name="answer" value="corrected" class="quiet">
            {say("send")}
          </button>
        </div>
      </form>
    </>
  );
}

function Mistake({ text }: { text: string | null }) {
  return text ? <p class="error">{text}</p> : null;
}

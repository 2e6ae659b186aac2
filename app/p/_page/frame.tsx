/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { type ClientLanguage, clientLanguages, languageNames, type Say, speakIn } from "@/lib/client/wording/rules";
import type { OwnTexts } from "@/lib/client/wording/types";
import { noIcon } from "./no-icon";
import { script } from "./script";
import { style } from "./style";

export type Where = {
  language: ClientLanguage;
  say: Say;
  /** Whether a speaker confirmed what was said on this page so far. */
  allConfirmed: () => boolean;
  /** The path of this page, for choosing another language. */
  path: string;
  /** The address of another page in the language that was chosen. */
  to: (path: string) => string;
};

/**
 * @param language in which it is read, @param own that of the page, which needs no mention in addresses
 * @param texts the organisation's own; left out where nobody is known yet
 */
export function whereOf(path: string, language: ClientLanguage, own: ClientLanguage, texts?: OwnTexts): Where {
  const to = (other: string) => (language === own ? other : `${other}${other.includes("?") ? "&" : "?"}l=${language}`);
  const { say, allConfirmed } = speakIn(language, texts);
  return { language, say, allConfirmed, path, to };
}

type Props = { where: Where; heading: string; children: ComponentChildren; isOpen?: boolean };

/** Words, title and icon say nothing of what it is about. `isOpen`: there is something to leave, and a
 * script to leave by. */
function Frame({ where, heading, children, isOpen = false }: Props) {
  const { say, language } = where;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{say("title")}</title>
        <link rel="icon" href={noIcon} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        {isOpen ? <script dangerouslySetInnerHTML={{ __html: script }} /> : null}
      </head>
      <body>
        {isOpen ? (
          <div class="bar">
            <span class="hint">{say("leaveHint")}</span>
            <form method="post" action="/p/leave" data-leave>
              <button type="submit" class="leave">
                {say("leave")}
              </button>
            </form>
          </div>
        ) : null}
        <main>
          <h1>{heading}</h1>
          {children}
          <Languages where={where} />
        </main>
      </body>
    </html>
  );
}

/** The last of a page: it knows all that was said above it. */
function Languages({ where: { say, allConfirmed, language, path } }: { where: Where }) {
  return (
    <nav class="langs" aria-label={say("language")}>
      {clientLanguages.map((other) =>
        other === language ? (
          <strong key={other}>{languageNames[other]}</strong>
        ) : (
          <a key={other} href={`${path}?l=${other}`} lang={other}>
            {languageNames[other]}
          </a>
        ),
      )}
      {allConfirmed() ? null : <p class="quiet-text">{say("unconfirmed")}</p>}
    </nav>
  );
}

/** The whole document as text. What a person typed is escaped by the renderer. */
export function drawPage(props: Props): string {
  return `<!doctype html>${renderToString(<Frame {...props} />)}`;
}

/** A message over a page; `bad` for what went wrong. */
export function Note({ text, bad = false }: { text: string | null; bad?: boolean }) {
  return text ? (
    <p class={bad ? "note bad" : "note"} role={bad ? "alert" : "status"}>
      {text}
    </p>
  ) : null;
}

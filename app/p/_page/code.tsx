/** @jsxImportSource preact */
import { drawPage, type Where } from "./frame";

/** The code is asked for, whatever there is. */
export function drawCodePage(where: Where, error: string | null = null): string {
  const { say, path, language } = where;
  return drawPage({
    where,
    heading: say("codeTitle"),
    isOpen: true,
    children: (
      <form method="post" autocomplete="off" action={`${path}?l=${language}`}>
        <label for="code">{say("code")}</label>
        <p class="hint" id="code-hint">
          {say("codeHint")}
        </p>
        {error ? (
          <p class="error" id="code-error" role="alert">
            {error}
          </p>
        ) : null}
        <input
          class="pin"
          id="code"
          name="code"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          aria-describedby={error ? "code-error" : "code-hint"}
        />
        <div class="row">
          <button type="submit">{say("pinOpen")}</button>
        </div>
        <p class="quiet-text">{say("private")}</p>
      </form>
    ),
  });
}

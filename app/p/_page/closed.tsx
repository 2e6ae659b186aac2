/** @jsxImportSource preact */
import { drawPage, type Where } from "./frame";

/** The PIN is asked for, whatever the state of the link and whether there is one. */
export function drawPinPage(where: Where, error: string | null = null): string {
  const { say, path, language } = where;
  return drawPage({
    where,
    heading: say("pinTitle"),
    children: (
      <form method="post" autocomplete="off" action={`${path}?l=${language}`}>
        <label for="pin">{say("pin")}</label>
        <p class="hint" id="pin-hint">
          {say("pinHint")}
        </p>
        {error ? (
          <p class="error" id="pin-error" role="alert">
            {error}
          </p>
        ) : null}
        <input
          class="pin"
          id="pin"
          name="pin"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={20}
          aria-describedby={error ? "pin-error" : "pin-hint"}
        />
        <div class="row">
          <button type="submit">{say("pinOpen")}</button>
        </div>
        <p class="quiet-text">{say("private")}</p>
      </form>
    ),
  });
}

/** Nothing is open in this browser. */
export function drawOverPage(where: Where): string {
  const { say } = where;
  return drawPage({ where, heading: say("title"), children: <p>{say("over")}</p> });
}

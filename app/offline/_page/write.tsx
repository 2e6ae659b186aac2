/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { kindLabels } from "@/lib/casework/notes/labels";
import { noteKinds } from "@/lib/casework/notes/types";
import { t } from "@/lib/platform/language/translate";
import { pageScript } from "./scripts";
import { style } from "./style";
import { scriptWords } from "./words";

/**
 * The page on which staff write offline, the same for everybody: it stays on the device, so it names no
 * organisation, no person and no case.
 */
export function drawWritePage(language: string): string {
  return `<!doctype html>${renderToString(<Document language={language} />)}`;
}

function Document({ language }: { language: string }) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{t("Field notes")}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="manifest" href="/offline/manifest.webmanifest" />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        <script dangerouslySetInnerHTML={{ __html: pageScript }} />
      </head>
      <body>
        <main data-words={JSON.stringify(scriptWords())}>
          <h1>{t("Field notes")}</h1>
          <p id="line" class="hint" />
          <p id="said" class="note" role="status" />
          <noscript>
            <p class="note">{t("This page needs JavaScript. Everything else here works without it.")}</p>
          </noscript>
          <p id="cannot" class="note" hidden>
            {t("This browser cannot keep anything offline. Chrome on Android can.")}
          </p>
          <Prepare />
          <Waiting />
          <div id="forms" hidden>
            <Shared />
            <NoteForm />
            <IntakeForm />
            <FilesForm />
            <p class="hint">
              {t(
                "What you keep here is encrypted at once and cannot be read again on this device, not by you either. Nobody can see on it for whom it is.",
              )}
            </p>
            <button type="button" class="quiet" id="empty">
              {t("Empty this device")}
            </button>
          </div>
          <p>
            <a href="/">{t("Go on to your work")}</a>
          </p>
        </main>
      </body>
    </html>
  );
}

function Prepare() {
  return (
    <section id="prepare" hidden>
      <p>
        {t(
          "On a prepared device you can write notes, take an intake and add files while you are offline, as during load-shedding.",
        )}
      </p>
      <p>
        {t(
          "Prepare only a device of your own that locks itself. Signing out deletes what waits on it; if it is lost, an administrator ends your sessions, and nobody can open what waits any more.",
        )}
      </p>
      <button type="button" id="prepare-button">
        {t("Prepare this device")}
      </button>
    </section>
  );
}

function Waiting() {
  return (
    <section id="queue" aria-labelledby="waiting-title" hidden>
      <h2 id="waiting-title">{t("Waiting to be sent")}</h2>
      <p id="none" class="hint">
        {t("Nothing waits.")}
      </p>
      <ul id="waiting" />
      <ul id="done" />
      <p class="hint">
        <a href="/arrivals">{t("What was sent and is on no case yet")}</a>
      </p>
    </section>
  );
}

function Shared() {
  return (
    <section id="from-apps" hidden>
      <h2>{t("From another app")}</h2>
      <p id="from-apps-count" />
      <form id="shared" method="post" autocomplete="off" aria-label={t("From another app")}>
        <CaseField of="shared" />
        <Field of="shared" name="description" label={t("What it shows")} />
        <TakenNow of="shared" />
        <button type="submit">{t("Keep it to be sent")}</button>
        <button type="button" class="quiet" id="discard">
          {t("Delete it")}
        </button>
      </form>
    </section>
  );
}

function NoteForm() {
  return (
    <details open>
      <summary>{t("Write a note")}</summary>
      <form id="note" method="post" autocomplete="off" aria-label={t("Write a note")}>
        <CaseField of="note" />
        <label for="note-what">{t("What it was")}</label>
        <select id="note-what" name="what">
          {noteKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindLabels[kind]}
            </option>
          ))}
        </select>
        <Area of="note" name="words" label={t("What happened, or what was said")} required />
        <button type="submit">{t("Keep the note")}</button>
      </form>
    </details>
  );
}

function IntakeForm() {
  return (
    <details>
      <summary>{t("Take an intake")}</summary>
      <form id="intake" method="post" autocomplete="off" aria-label={t("Take an intake")}>
        <Field of="intake" name="name" label={t("Name")} />
        <Field of="intake" name="phone" label={t("Phone")} />
        <Field of="intake" name="safe" label={t("How and when it is safe to reach her")} />
        <Area of="intake" name="words" label={t("What happened, in a sentence or two")} required />
        <label class="check" for="intake-danger">
          <input type="checkbox" id="intake-danger" name="danger" />
          {t("She may be in danger now")}
        </label>
        <button type="submit">{t("Keep the intake")}</button>
      </form>
    </details>
  );
}

function FilesForm() {
  return (
    <details>
      <summary>{t("Add files as evidence")}</summary>
      <form id="files" method="post" autocomplete="off" aria-label={t("Add files as evidence")}>
        <CaseField of="files" />
        <Field of="files" name="description" label={t("What it shows")} />
        <label for="files-files">{t("Files")}</label>
        <input id="files-files" name="files" type="file" multiple required />
        <TakenNow of="files" />
        <p class="hint">{t("Each is hashed now, so that the ledger can say it did not change while it waited.")}</p>
        <button type="submit">{t("Keep the files")}</button>
      </form>
    </details>
  );
}

/** Only then is the hour at which it was kept that of the capture. */
function TakenNow({ of }: { of: string }) {
  return (
    <label class="check" for={`${of}-own`}>
      <input type="checkbox" id={`${of}-own`} name="own" />
      {t("I took this myself, just now")}
    </label>
  );
}

function CaseField({ of }: { of: string }) {
  const hint = t("The code name or the code of the case. If you do not know it, leave it empty and choose it later.");
  return <Field of={of} name="case" label={t("Case")} hint={hint} />;
}

type FieldProps = { of: string; name: string; label: string; hint?: string; required?: boolean };

function Field({ of, name, label, hint }: FieldProps) {
  const id = `${of}-${name}`;
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input id={id} name={name} type="text" maxLength={300} aria-describedby={hint ? `${id}-hint` : undefined} />
    </Labelled>
  );
}

function Area({ of, name, label, required = false }: FieldProps) {
  const id = `${of}-${name}`;
  return (
    <Labelled id={id} label={label}>
      <textarea id={id} name={name} maxLength={20_000} required={required} />
    </Labelled>
  );
}

function Labelled({
  id,
  label,
  hint,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  children: ComponentChildren;
}) {
  return (
    <>
      <label for={id}>{label}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
    </>
  );
}

/** @jsxImportSource preact */
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { drawPage, Note, type Where } from "./frame";

type Typed = { what: string; when: string; where: string };

/** The form by which she hands over files. With the script they go in pieces; without, whole. */
export function drawFilesPage(
  where: Where,
  { takes, error, typed }: { takes: boolean; error?: WordingKey; typed?: Typed },
): string {
  const { say, to } = where;
  return drawPage({
    where,
    heading: say("files"),
    isOpen: true,
    children: (
      <>
        <p>
          <a href={to("/p")}>{say("back")}</a>
        </p>
        {takes ? (
          <form
            method="post"
            autocomplete="off"
            action={to("/p/files")}
            encType="multipart/form-data"
            data-files
            data-home={to("/p?said=fileWaiting")}
            data-sending={say("fileSending", { percent: "{percent}" })}
            data-done={say("fileWaiting")}
            data-broken={say("fileBroken")}
            data-large={say("fileLarge")}
            data-stopped={say("fileStopped")}
            data-none={say("filesNone")}
            data-often={say("tooOften")}
          >
            <p>{say("filesHint")}</p>
            <Note text={error ? say(error) : null} bad />
            <Field name="what" label={say("filesWhat")} hint={say("optional")} typed={typed?.what} />
            <Field name="when" label={say("filesWhen")} hint={say("optional")} typed={typed?.when} />
            <Field name="where" label={say("filesWhere")} hint={say("optional")} typed={typed?.where} />
            <label for="files">{say("filesChoose")}</label>
            <input id="files" name="files" type="file" multiple />
            <div class="row">
              <button type="submit">{say("filesSend")}</button>
            </div>
            <div role="status" data-progress />
          </form>
        ) : (
          <Note text={say("fileStopped")} bad />
        )}
      </>
    ),
  });
}

function Field({ name, label, hint, typed = "" }: { name: string; label: string; hint: string; typed?: string }) {
  return (
    <>
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <input id={name} name={name} type="text" maxLength={1000} value={typed} aria-describedby={`${name}-hint`} />
    </>
  );
}

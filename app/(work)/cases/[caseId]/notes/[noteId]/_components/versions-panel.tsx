import { Disclosure } from "@/app/_ui/disclosure";
import { noteTitle } from "@/lib/casework/notes/labels";
import type { NoteVersionView } from "@/lib/casework/notes/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant, plural } from "@/lib/platform/text/format";

/** Every wording that the note had before the one above. */
export function VersionsPanel({ versions, zone }: { versions: readonly NoteVersionView[]; zone: string }) {
  const [, ...before] = versions;
  if (before.length === 0) return null;
  return (
    <Disclosure label={plural(before.length, "earlier wording")} id="versions">
      <div className="stack">
        {before.map(({ number, by, at, body }) => (
          <article className="stack stack--s" key={number} aria-label={t("Wording {number}", { number })}>
            <p className="muted">
              {t("{title}. {by}, {at}", { title: noteTitle(body), by, at: formatInstant(at, zone) })}
            </p>
            <p className="read prewrap">{body.words}</p>
            {body.agreed ? <p>{t("Agreed: {agreed}", { agreed: body.agreed })}</p> : null}
            {body.nextAct || body.nextOn ? (
              <p>
                {t("Next act: {act}", {
                  act: [body.nextAct, body.nextOn && formatDate(body.nextOn)].filter(Boolean).join(", "),
                })}
              </p>
            ) : null}
          </article>
        ))}
      </div>
    </Disclosure>
  );
}

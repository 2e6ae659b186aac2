import { Button } from "@/app/_ui/button";
import { SeekForm } from "@/app/_ui/seek-form";
import { longestQuery } from "@/lib/oversight/search/rules";
import { t } from "@/lib/platform/language/translate";
import { seekAction } from "../actions";

/** The box of the page of the search. What is typed is sent, and comes back with what was found. */
export function FindForm({ text, isPrimary }: { text: string; isPrimary: boolean }) {
  return (
    <SeekForm action={seekAction} className="form" aria-label={t("Search")}>
      <div className="field">
        <label htmlFor="find-text">{t("Number, name or message")}</label>
        <div className="hint" id="find-text-hint">
          {t(
            "For example CAS 212/10/2026, a phone number, a client’s name as it sounds, or the whole SMS. Spelling, spaces and capitals do not matter.",
          )}
        </div>
        <textarea
          key={text}
          className="input"
          id="find-text"
          name="q"
          rows={3}
          maxLength={longestQuery}
          aria-describedby="find-text-hint"
          defaultValue={text}
        />
      </div>
      <div className="row">
        <Button type="submit" variant={isPrimary ? "primary" : "secondary"} icon="search">
          {t("Find")}
        </Button>
      </div>
    </SeekForm>
  );
}

import { Button } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import { SeekForm } from "@/app/_ui/seek-form";
import { longestQuery } from "@/lib/oversight/search/rules";
import { t } from "@/lib/platform/language/translate";
import { seekAction } from "../../search/actions";

/** Paste whatever came in; the search page answers with the case and says why. */
export function FindBox() {
  return (
    <Panel id="find" title={t("Find a case by number")}>
      <SeekForm action={seekAction} className="form">
        <div className="field">
          <label htmlFor="find-text">{t("Number or whole message")}</label>
          <div className="hint" id="find-hint">
            {t("For example CAS 212/10/2026, or the SMS as it came. Spelling, spaces and capitals do not matter.")}
          </div>
          <textarea
            className="input"
            id="find-text"
            name="q"
            rows={2}
            maxLength={longestQuery}
            aria-describedby="find-hint"
          />
        </div>
        <div className="row">
          <Button type="submit" variant="primary" icon="search">
            {t("Find")}
          </Button>
        </div>
      </SeekForm>
    </Panel>
  );
}

import type { Route } from "next";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/choice";
import { Panel } from "@/app/_ui/panel";
import { QueryForm } from "@/app/_ui/query-form";
import { sectionLabels } from "@/lib/casework/safety/plans/labels";
import { planSections } from "@/lib/casework/safety/plans/types";
import { t } from "@/lib/platform/language/translate";
import type { SheetChoice } from "../print/sheet-choice";
import { PrintSheetButton } from "./print-sheet-button";

type Props = { caseId: string; choice: SheetChoice };

/** What goes on the page for the client. The choice is in the address, as names of sections alone. */
export function SheetForm({ caseId, choice }: Props) {
  return (
    <Panel id="choose" title={t("What goes on the page")} className="noprint">
      <p className="muted">
        {t(
          "The page names nobody, has a plain title and is printed on its own. Ask the client where it can be kept safely, and who may find it. Look for names in what you wrote.",
        )}
      </p>
      <QueryForm className="form" action={`/cases/${caseId}/safety/print` as Route} scroll={false}>
        <input type="hidden" name="show" value="on" />
        {planSections.map((section) => (
          <Checkbox
            key={section}
            name="with"
            id={`with-${section}`}
            value={section}
            label={sectionLabels[section].title}
            hint={section === "words" ? t("Better remembered than written down") : undefined}
            defaultChecked={choice.sections.includes(section)}
          />
        ))}
        <Checkbox name="steps" label={t("What is to do on phone and accounts")} defaultChecked={choice.steps} />
        <Checkbox
          name="organisation"
          label={t("The name of our organisation")}
          hint={t("Only when it is safe if somebody else reads it")}
          defaultChecked={choice.organisation}
        />
        <div className="form__foot">
          <Button type="submit">{t("Show it so")}</Button>
          <PrintSheetButton />
        </div>
      </QueryForm>
    </Panel>
  );
}

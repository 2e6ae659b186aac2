import type { Route } from "next";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { letterEffects } from "@/lib/escalation/letters/labels";
import type { LetterView } from "@/lib/escalation/letters/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

type Props = { caseId: string; stepKey: string; letters: readonly LetterView[] };

/** The letters about a step, with the way to the register. */
export function StepLetters({ caseId, stepKey, letters }: Props) {
  return (
    <Panel title={t("Letters about this step")} id="letters">
      {letters.length === 0 ? <p className="muted">{t("No letter about this step is recorded.")}</p> : null}
      <ul className="stack stack--s">
        {letters.map((letter) => (
          <li key={letter.id}>
            <PageLink href={`/cases/${caseId}/letters#${letter.code}` as Route}>
              {letter.direction === "in"
                ? t("{code} from {party}", { code: letter.code, party: letter.party })
                : t("{code} to {party}", { code: letter.code, party: letter.party })}
            </PageLink>{" "}
            <span className="muted">
              {formatDate(letter.day)}
              {letter.answers === "nothing" ? "" : `, ${letterEffects[letter.answers].toLowerCase()}`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton icon="mail" href={`/cases/${caseId}/letters?step=${stepKey}#in` as Route}>
          {t("Record a letter")}
        </LinkButton>
      </p>
    </Panel>
  );
}

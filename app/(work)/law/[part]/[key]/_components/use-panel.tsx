import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import type { LawUse } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";

/** Steps, pairings and papers that rest on it. */
export function UsePanel({ uses }: { uses: readonly LawUse[] }) {
  const groups = [...new Set(uses.map((use) => use.where))];
  return (
    <Panel title={t("Where it is used")} id="uses">
      {groups.length === 0 ? <p className="muted">{t("No step, pairing or document names it by default.")}</p> : null}
      {groups.map((where) => (
        <div key={where} className="stack stack--s">
          <h3 className="small muted">{where}</h3>
          <ul className="lawlines">
            {uses
              .filter((use) => use.where === where)
              .map((use) => (
                <li key={use.key}>
                  {use.entry ? (
                    <PageLink href={`/law/${use.entry.part}/${use.entry.key}` as Route}>{use.words}</PageLink>
                  ) : (
                    use.words
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

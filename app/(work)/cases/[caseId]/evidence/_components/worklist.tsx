import { classes } from "@/app/_ui/classes";
import { PageLink } from "@/app/_ui/page-link";
import type { ExhibitNeed } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import { type ListState, listAddress, type WorklistLine } from "../list-view";

type Props = {
  caseId: string;
  state: ListState;
  lines: readonly WorklistLine[];
  picked: ExhibitNeed | undefined;
  shown: number;
  of: number;
};

/** What is still to be put right, as filters; pressing the picked one again takes it off. */
export function Worklist({ caseId, state, lines, picked, shown, of }: Props) {
  return (
    <nav className="filters" aria-label={t("To put right")}>
      <span className="strong">{t("To put right")}</span>
      {lines.map(({ key, label, count }) => (
        <PageLink
          key={key}
          className={classes("fchip", "fchip--link", key !== picked && "fchip--off")}
          href={listAddress(caseId, { exhibit: state.exhibit, needs: key === picked ? undefined : key })}
          aria-current={key === picked ? "true" : undefined}
          scroll={false}
        >
          {label} <b>{count}</b>
        </PageLink>
      ))}
      {lines.length === 0 ? <span className="muted">{t("Nothing")}</span> : null}
      <span className="muted filters__end">{t("{shown} of {of} shown, newest first", { shown, of })}</span>
    </nav>
  );
}

import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { clockKindWords } from "@/lib/law/jurisdictions/labels";
import { t } from "@/lib/platform/language/translate";
import { type Asked, hrefOf } from "../asked";

type Props = { asked: Asked; team: boolean };

/** The filters that are on have a cross; those that can be added are dashed. All are links. */
export function DeadlineFilters({ asked, team }: Props) {
  return (
    <nav className="filters" aria-label={t("Filters")}>
      {team ? <WhoseFilter asked={asked} /> : null}
      {asked.kind ? (
        <span className="fchip">
          <span>
            {t("Kind")} <b>{clockKindWords[asked.kind]}</b>
          </span>
          <PageLink
            className="fchip__off"
            href={hrefOf({ ...asked, kind: null })}
            aria-label={t("Remove filter Kind: {clockKindWords}", { clockKindWords: clockKindWords[asked.kind] })}
          >
            <Icon name="x" />
          </PageLink>
        </span>
      ) : (
        (["L", "P", "D"] as const).map((kind) => (
          <PageLink key={kind} className="fchip fchip--off" href={hrefOf({ ...asked, kind })}>
            <Icon name="plus" />
            {clockKindWords[kind]}
          </PageLink>
        ))
      )}
    </nav>
  );
}

function WhoseFilter({ asked }: { asked: Asked }) {
  if (asked.whose === "mine") {
    return (
      <PageLink className="fchip fchip--off" href={hrefOf({ ...asked, whose: "team" })}>
        <Icon name="plus" />
        {t("The whole team")}
      </PageLink>
    );
  }
  return (
    <span className="fchip">
      <span>
        {t("Whose")} <b>{t("the whole team")}</b>
      </span>
      <PageLink
        className="fchip__off"
        href={hrefOf({ ...asked, whose: "mine" })}
        aria-label={t("Remove filter Whose: the whole team")}
      >
        <Icon name="x" />
      </PageLink>
    </span>
  );
}

import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { clockKindWords } from "@/lib/law/jurisdictions/labels";
import { type Asked, hrefOf } from "../asked";

type Props = { asked: Asked; team: boolean };

/** The filters that are on have a cross; those that can be added are dashed. All are links. */
export function DeadlineFilters({ asked, team }: Props) {
  return (
    <nav className="filters" aria-label="Filters">
      {team ? <WhoseFilter asked={asked} /> : null}
      {asked.kind ? (
        <span className="fchip">
          <span>
            Kind <b>{clockKindWords[asked.kind]}</b>
          </span>
          <PageLink
            className="fchip__off"
            href={hrefOf({ ...asked, kind: null })}
            aria-label={`Remove filter Kind: ${clockKindWords[asked.kind]}`}
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
        The whole team
      </PageLink>
    );
  }
  return (
    <span className="fchip">
      <span>
        Whose <b>the whole team</b>
      </span>
      <PageLink
        className="fchip__off"
        href={hrefOf({ ...asked, whose: "mine" })}
        aria-label="Remove filter Whose: the whole team"
      >
        <Icon name="x" />
      </PageLink>
    </span>
  );
}

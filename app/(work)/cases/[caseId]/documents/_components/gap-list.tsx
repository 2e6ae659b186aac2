import type { Route } from "next";
import { Disclosure } from "@/app/_ui/disclosure";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import type { Gap } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { SourceLine } from "./template-sources";

type Props = { gaps: readonly Gap[]; editHref: string | null };

/** What is still missing, first what somebody's rule asks for. Each leads to its place in the editor. */
export function GapList({ gaps, editHref }: Props) {
  if (gaps.length === 0) return null;
  const must = gaps.filter((gap) => gap.must);
  const may = gaps.filter((gap) => !gap.must);
  return (
    <Panel title={t("Still missing")} id="gaps" end={<span className="muted">{plural(gaps.length, "blank")}</span>}>
      {must.length > 0 ? (
        <>
          <p className="strong">
            <Icon name="circle-alert" /> {t("Needed before the document is final")}
          </p>
          <Gaps gaps={must} editHref={editHref} />
        </>
      ) : null}
      {may.length > 0 ? (
        <Disclosure
          label={t("{may} that may stay open", { may: plural(may.length, "blank") })}
          open={must.length === 0}
        >
          <Gaps gaps={may} editHref={editHref} />
        </Disclosure>
      ) : null}
    </Panel>
  );
}

function Gaps({ gaps, editHref }: Props) {
  const rules = gaps.flatMap((gap) => (gap.must ? [gap.must.source] : []));
  const once = rules.filter((rule, i) => rules.findIndex((other) => other.text === rule.text) === i);
  return (
    <>
      <ul className="stack stack--s">
        {gaps.map((gap) => (
          <li key={`${gap.blockId}${gap.what}`}>
            {editHref === null ? (
              gap.what
            ) : (
              <PageLink href={`${editHref}#piece-${gap.blockId}` as Route}>{gap.what}</PageLink>
            )}
          </li>
        ))}
      </ul>
      {once.map((rule) => (
        <p key={rule.text} className="small">
          <SourceLine source={rule} />
        </p>
      ))}
    </>
  );
}

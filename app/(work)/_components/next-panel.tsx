import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Items } from "@/app/_ui/items";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { stalledDays } from "@/lib/oversight/my-work/rules";
import type { MyWork } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** Cases with nothing in the queue: what their ladder says is next. */
export function NextPanel({ work }: { work: MyWork }) {
  const { action, stalled } = work;
  if (action.count === 0 && stalled === 0) return null;
  const items = action.items.map((item) => ({
    key: item.caseId,
    href: `/cases/${item.caseId}` as Route,
    title: item.nextStep || t("Open the case"),
    why: t("{pseudonym}, {code}. No day is set.{cover}", {
      pseudonym: item.pseudonym,
      code: item.code,
      cover: item.coveringFor ? t(" You cover for {coveringFor}.", { coveringFor: item.coveringFor }) : "",
    }),
    side: <Chip kind="accent">{t("Ready to do")}</Chip>,
  }));
  return (
    <Panel
      id="action"
      title={t("Next on your other cases")}
      end={
        action.count > items.length ? <PageLink href="/cases?owner=me">{t("All of your cases")}</PageLink> : undefined
      }
      padded={false}
      foot={
        stalled > 0 ? (
          <PageLink href={`/cases?owner=me&quiet=${stalledDays}` as Route}>
            {t("{cases} without activity for {days} days", { cases: plural(stalled, "case"), days: stalledDays })}
          </PageLink>
        ) : undefined
      }
    >
      <Items items={items} />
    </Panel>
  );
}

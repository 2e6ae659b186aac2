import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import { pairCode } from "@/lib/oversight/case-list/labels";
import type { Hit } from "@/lib/oversight/search/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** `people`: clients were searched too. */
export function Hits({ text, hits, people = false }: { text: string; hits: readonly Hit[]; people?: boolean }) {
  if (text.trim() === "") return <WhatToType />;
  if (hits.length === 0) return <Nothing people={people} />;
  return (
    <Panel id="hits" title={plural(hits.length, "case")} padded={false}>
      <Items
        items={hits.map((hit) => ({
          key: hit.caseId,
          href: `/cases/${hit.caseId}` as Route,
          title: `${hit.pseudonym}, ${hit.code}`,
          why: <Why hit={hit} />,
          side: (
            <>
              <Chip kind={hit.exact ? "done" : "plain"} icon={hit.exact ? undefined : "search"}>
                {hit.exact ? t("Exact match") : t("Similar")}
              </Chip>
              <span className="small muted">
                {hit.ownerName}, {hit.closedAt ? t("closed") : pairCode(hit.pair)}
              </span>
            </>
          ),
        }))}
      />
    </Panel>
  );
}

function Why({ hit }: { hit: Hit }) {
  return hit.reasons.slice(0, 4).map((reason) => (
    <span className="block" key={`${reason.what}:${reason.value}`}>
      {reason.what}: <span className="ref">{reason.value}</span>
    </span>
  ));
}

function WhatToType() {
  return (
    <Panel label={t("What can be typed")} padded={false}>
      <EmptyState icon="search" title={t("One box for everything")} level={2}>
        {t(
          "CAS, IC3 and court numbers, platform report IDs, case and packet codes, account names and ids, pseudonyms, words of the matter, phone numbers, and clients by how a name sounds. Only cases that you work on are found.",
        )}
      </EmptyState>
    </Panel>
  );
}

function Nothing({ people }: { people: boolean }) {
  return (
    <Panel label={t("Nothing found")} padded={false}>
      <EmptyState
        icon="search"
        title={t("No case of yours has this")}
        level={2}
        action={
          <LinkButton href="/cases/new" icon="plus">
            {t("Open a case")}
          </LinkButton>
        }
      >
        {t("Check the number against the message it came in, or paste the whole message. {value}", {
          value: people ? null : t("Press Find to look among the clients too."),
        })}
      </EmptyState>
    </Panel>
  );
}

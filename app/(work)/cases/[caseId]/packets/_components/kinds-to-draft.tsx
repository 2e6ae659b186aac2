import type { Route } from "next";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { PacketKindName } from "@/app/(work)/_components/packet-chip";
import { kindUses } from "@/lib/packets/packets/labels";
import type { PacketKindKey } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

/** The kinds that a case has no packet of yet, each with what it would be for. */
export function KindsToDraft({ caseId, kinds }: { caseId: string; kinds: readonly PacketKindKey[] }) {
  return (
    <Panel id="not-drafted" title={t("Not drafted yet")} padded={false}>
      <div className="items">
        {kinds.map((kind) => (
          <PageLink className="item" key={kind} href={`/cases/${caseId}/packets/new/${kind}` as Route}>
            <span className="item__title">
              <PacketKindName kind={kind} />
            </span>
            <span className="item__why">{kindUses[kind].use}</span>
            <span className="item__side muted">
              <span className="kindname">
                <Icon name="plus" />
                {t("Draft it")}
              </span>
            </span>
          </PageLink>
        ))}
      </div>
    </Panel>
  );
}

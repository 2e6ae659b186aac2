import type { Choice } from "@/app/_ui/choice";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { lastCheck, ledgerSentence } from "@/lib/evidence/custody/rules";
import type { CustodyEventView, CustodyLedger } from "@/lib/evidence/custody/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones, plural } from "@/lib/platform/text/format";
import { CheckForm } from "./check-form";
import { CustodyForm } from "./custody-form";
import { CustodyTable } from "./custody-table";
import type { Zones } from "./exhibit-tile";

type Props = {
  ledger: CustodyLedger;
  /** The lines of the current page. Chain and last check refer to the whole ledger. */
  lines: readonly CustodyEventView[];
  exhibitId: string;
  /** How its web address is checked again; nothing for an exhibit without one. */
  address?: React.ReactNode;
  zones: Zones;
  /** Releases of the case that a line can rest on, and the zones in which its time can be typed. */
  releases?: readonly Choice[];
  zoneChoices?: readonly Choice[];
  /** The pages of the ledger. */
  children?: React.ReactNode;
};

/** Everything that happened to an exhibit, and whether the chain of it was computed again and holds. */
export function CustodyPanel(props: Props) {
  const { ledger, lines, exhibitId, address, zones, releases = [], zoneChoices, children } = props;
  const check = lastCheck(ledger.events);
  return (
    <Panel
      title={t("Custody")}
      id="custody"
      end={<span className="muted">{plural(ledger.events.length, "event")}</span>}
      padded={false}
    >
      <div className="panel__body stack">
        <ChainNotice ledger={ledger} />
        {check && !check.same ? (
          <Notice kind="overdue" title={t("The stored file is not the one that arrived")}>
            {t(
              "Found on {at}. Do not hand this exhibit over. Tell your supervisor, who can look for the file in a backup.",
              { at: formatBothZones(check.at, zones.home, zones.there) },
            )}
          </Notice>
        ) : null}
      </div>
      <CustodyTable events={lines} zones={zones} />
      {children}
      <div className="panel__body stack noprint" id="check">
        <CheckForm exhibitId={exhibitId} />
        {address}
        <CustodyForm exhibitId={exhibitId} releases={releases} zones={zoneChoices ?? ownZones(zones)} />
      </div>
    </Panel>
  );
}

function ChainNotice({ ledger }: { ledger: CustodyLedger }) {
  if (ledger.broken) {
    return (
      <Notice kind="overdue" title={`${ledgerSentence(ledger)}`}>
        {t("Something in this ledger was changed or taken out. Do not hand this exhibit over. Tell your supervisor.")}
      </Notice>
    );
  }
  return (
    <Notice kind="done" icon="shield-check" title={ledgerSentence(ledger)}>
      {t("Each line carries the hash of the line before it. All were computed again just now.")}
    </Notice>
  );
}

const ownZones = ({ home, there }: Zones): Choice[] =>
  [...new Set([home, there, "UTC"])].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));

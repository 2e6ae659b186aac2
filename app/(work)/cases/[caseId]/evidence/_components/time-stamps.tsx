import { DownloadButton } from "@/app/_ui/button";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { CopyButton } from "@/app/_ui/copy-button";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { Facts, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { stampProblemSentences, stampStateLabels } from "@/lib/evidence/timestamps/labels";
import { opensslLine, tokenFileName } from "@/lib/evidence/timestamps/rules";
import type { StampState, StampsView, StampView } from "@/lib/evidence/timestamps/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones, formatDate, formatInstant, plural } from "@/lib/platform/text/format";
import type { Zones } from "./exhibit-tile";

const chips: Record<StampState, ChipKind> = { held: "done", pending: "waiting", refused: "overdue" };

type Props = { exhibitId: string; view: StampsView; zones: Zones };

/** What independent authorities state about the time by which this file existed, and how anybody checks that. */
export function TimeStamps({ exhibitId, view, zones }: Props) {
  const { setUp, stamps } = view;
  return (
    <Panel
      title={t("Time stamps")}
      id="time-stamps"
      padded={false}
      foot={
        stamps.length > 0
          ? t(
              "A stamp says that this hash existed by then, not when the file was made. The authority is sent the hash and nothing else.",
            )
          : undefined
      }
    >
      {stamps.length === 0 ? (
        <EmptyState icon="stamp" title={setUp ? t("No time stamp") : t("No time authority is set up")}>
          {t(
            "The ledger has the time by our own clock. A time authority would state it too, and only the person who runs the system can set one up.",
          )}
        </EmptyState>
      ) : (
        <ul className="copies">
          {stamps.map((stamp) => (
            <li className="copy" key={stamp.authority}>
              <p className="row row--between">
                <span className="strong breakable">{stamp.proven?.tsaName || stamp.authority}</span>
                <Chip kind={chips[stamp.state]}>{stampStateLabels[stamp.state]}</Chip>
              </p>
              {stamp.proven ? (
                <Held exhibitId={exhibitId} stamp={stamp} proven={stamp.proven} view={view} zones={zones} />
              ) : (
                <NotHeld stamp={stamp} zones={zones} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function NotHeld({ stamp, zones }: { stamp: StampView; zones: Zones }) {
  const { problem, tries, nextAt, state } = stamp;
  const asked =
    tries > 0
      ? t("Asked {value}.", { value: tries === 1 ? t("once") : plural(tries, "time") })
      : problem
        ? t(
            "It failed for another exhibit, so this one waits. It is asked within half an hour, and again until it answers.",
          )
        : t("In the queue; not asked yet.");
  return (
    <>
      {problem ? <p>{stampProblemSentences[problem]}</p> : null}
      <p className="small muted">
        {asked}
        {nextAt ? t(" It is asked again from {nextAt} on.", { nextAt: formatInstant(nextAt, zones.home) }) : ""}
        {state === "refused" ? t(" Tell the person who runs the system if this stays so.") : ""}
      </p>
    </>
  );
}

type HeldProps = Props & { stamp: StampView; proven: NonNullable<StampView["proven"]> };

function Held({ exhibitId, stamp, proven, view, zones }: HeldProps) {
  const { genTime, policy, serial } = proven;
  const iso = genTime.toISOString();
  return (
    <>
      <Facts
        items={[
          {
            name: t("Time stated"),
            value: (
              <>
                {t("{formatDate}, {value} UTC", { formatDate: formatDate(iso.slice(0, 10)), value: iso.slice(11, 19) })}
                <div className="small muted">{formatBothZones(genTime, zones.home, zones.there)}</div>
              </>
            ),
          },
          { name: t("Asked at"), value: <span className="breakable">{stamp.authority}</span> },
          { name: t("Policy"), value: <span className="ref">{policy}</span> },
          { name: t("Serial number"), value: <span className="ref breakable">{serial}</span> },
        ]}
      />
      <p>
        <DownloadButton small href={`/api/evidence/${exhibitId}/stamps/${stamp.id}`}>
          {rich("Download the stamp<span> of {authority}</span>", {
            authority: stamp.authority,
            span: (words) => <span className="vh">{words}</span>,
          })}
        </DownloadButton>
      </p>
      <HowToCheck stamp={stamp} genTime={genTime} view={view} />
    </>
  );
}

function HowToCheck({ stamp, genTime, view }: { stamp: StampView; genTime: Date; view: StampsView }) {
  const line = opensslLine({ file: tokenFileName(view.label, stamp.authority), sha256: view.sha256, genTime });
  return (
    <Disclosure label={t("Check it without Crossdocket")}>
      <p className="small">
        {t(
          "Anybody can, with the program openssl, the downloaded stamp and, as roots.pem, the root certificate that the authority publishes:",
        )}
      </p>
      <p className="small">
        <code className="ref breakable">{line}</code> <CopyButton text={line} what={t("the line for openssl")} />
      </p>
      <p className="small">
        {t(
          "It answers “Verification: OK”. With the original itself, write -data and its file name in place of -digest and the hash.",
        )}
      </p>
    </Disclosure>
  );
}

import { CopyButton } from "@/app/_ui/copy-button";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import type { StillView } from "@/lib/evidence/recordings/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatInstant } from "@/lib/platform/text/format";
import type { Zones } from "./exhibit-tile";
import { HoldToReveal } from "./hold-to-reveal";

type Props = { exhibitId: string; label: string; stills: readonly StillView[]; zones: Zones };

/** Pictures that were taken from a film, each with its place and its hash. */
export function StillsPanel({ exhibitId, label, stills, zones }: Props) {
  if (stills.length === 0) return null;
  return (
    <Panel
      title={t("Stills")}
      id="stills"
      padded={false}
      foot={t("A still is a copy. The film itself is the evidence.")}
    >
      <ul className="copies">
        {stills.map(({ id, number, at, sha256, size, madeAt, madeBy }) => (
          <li className="copy" key={id}>
            <p className="strong">{t("Still {number}, at {at}", { number, at })}</p>
            <HoldToReveal exhibitId={exhibitId} label={t("{label}, still at {at}", { label, at })} copyId={id} />
            <p className="small muted">
              {t("{madeAt}, by {madeBy}", { madeAt: formatInstant(madeAt, zones.home), madeBy })}, {formatBytes(size)}
            </p>
            <p>
              <Hash value={sha256} /> <CopyButton text={sha256} what={t("SHA-256 of the still")} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

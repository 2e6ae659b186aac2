import { Chip } from "@/app/_ui/chip";
import { Notice } from "@/app/_ui/notice";
import { Hash } from "@/app/_ui/number";
import { OwnTime } from "@/app/_ui/own-time";
import { Facts, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import type { CheckedVersion } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { CompareFile } from "./compare-file";

/** Everything that there is to know of a number. An unknown one gets the same page with nothing on it. */
export function FoundVersions({ number, versions }: { number: string; versions: CheckedVersion[] }) {
  if (versions.length === 0) {
    return (
      <Notice kind="warning" title={t("No approved packet has this number and check word")} live>
        {rich(
          "You searched for {number}. Check both again: the letters and digits before the version, and the check word beside them. If they are on a document that you were given, ask whoever gave it to you.",
          { number: <span className="ref">{number}</span> },
        )}
      </Notice>
    );
  }
  return (
    <div className="stack" role="status">
      <h2>{rich("Found under {number}", { number: <span className="ref">{number}</span> })}</h2>
      {versions.map((version) => (
        <VersionPanel key={`${version.version} ${version.sha256}`} version={version} />
      ))}
      <CompareFile versions={versions} />
    </div>
  );
}

const at = (iso: string | null) => (iso ? <OwnTime at={new Date(iso)} /> : t("Not known"));

function VersionPanel({ version }: { version: CheckedVersion }) {
  const id = `v${version.version}-${version.sha256.slice(0, 8)}`;
  return (
    <Panel id={id} title={t("Version {version}", { version: version.version })} end={<StateChip version={version} />}>
      <DoNotUse version={version} />
      <Facts
        items={[
          { name: t("Built"), value: at(version.builtAt) },
          { name: t("Approved"), value: at(version.approvedAt) },
          ...(version.withdrawnAt ? [{ name: t("Withdrawn"), value: at(version.withdrawnAt) }] : []),
          ...(version.replacedBy
            ? [{ name: t("Replaced"), value: t("By version {replacedBy}", { replacedBy: version.replacedBy }) }]
            : []),
        ]}
      />
      <div>
        <p className="muted">{t("SHA-256 of the PDF")}</p>
        <Hash value={version.sha256} />
      </div>
    </Panel>
  );
}

/** A version that no longer counts says so before its dates, with what to do. */
function DoNotUse({ version: { withdrawnAt, replacedBy } }: { version: CheckedVersion }) {
  if (withdrawnAt) {
    return (
      <Notice kind="overdue" title={t("It was withdrawn. Do not act on it.")}>
        {t("Ask whoever gave it to you what replaces it, and set copies aside.")}
      </Notice>
    );
  }
  if (!replacedBy) return null;
  return (
    <Notice kind="warning" title={t("Version {replacedBy} replaces it. Do not act on this one.", { replacedBy })}>
      {t("Ask whoever gave it to you for the newer version.")}
    </Notice>
  );
}

function StateChip({ version }: { version: CheckedVersion }) {
  if (version.withdrawnAt) {
    return (
      <Chip kind="overdue" icon="ban">
        {t("Withdrawn")}
      </Chip>
    );
  }
  if (version.replacedBy) {
    return (
      <Chip kind="warning" icon="history">
        {t("Replaced")}
      </Chip>
    );
  }
  return <Chip kind="done">{t("Approved")}</Chip>;
}

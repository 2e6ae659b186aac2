import type { Route } from "next";
import { Button } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import { shownVersions } from "@/lib/documents/papers/rules";
import type { Comparison, VersionView } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";

type Props = { versions: readonly VersionView[]; zone: string; base: string; documentId: string };

/** The wordings that were saved; two can be laid side by side, each can be downloaded. */
export function VersionPanel({ versions: all, zone, base, documentId }: Props) {
  const versions = shownVersions(all);
  const line = (version: VersionView) =>
    t("Version {version}, {savedBy}, {savedAt}{value}", {
      version: version.version,
      savedBy: version.savedBy,
      savedAt: formatInstant(version.savedAt, zone),
      value: version.note ? `: ${version.note}` : "",
    });
  return (
    <Panel
      title={t("Versions")}
      id="versions"
      end={<span className="muted">{plural(versions.length, "version")}</span>}
    >
      {versions.length > 1 ? (
        <form action={base} method="get" className="stack stack--s" aria-label={t("Compare two versions")}>
          <Pick name="from" label={t("Compare")} versions={versions} picked={versions[1]?.version} />
          <Pick name="to" label={t("with")} versions={versions} picked={versions[0]?.version} />
          <div>
            <Button type="submit" icon="arrow-right-left">
              {t("Compare")}
            </Button>
          </div>
        </form>
      ) : null}
      <Disclosure label={t("All versions")} open={versions.length < 4}>
        <ul className="stack stack--s">
          {versions.map((version) => (
            <li key={version.version} className="small">
              {line(version)}{" "}
              <a href={`/api/documents/${documentId}/pdf?version=${version.version}`} download>
                {t("PDF")}
                <span className="vh"> {t("of version {version}", { version: version.version })}</span>
              </a>
            </li>
          ))}
        </ul>
        {versions.length < all.length ? (
          <p className="small muted">
            {t("Automatic saves within ten minutes of each other are shown here as one; every one of them is kept.")}
          </p>
        ) : null}
      </Disclosure>
    </Panel>
  );
}

type PickProps = { name: string; label: string; versions: readonly VersionView[]; picked: number | undefined };

function Pick({ name, label, versions, picked }: PickProps) {
  return (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select className="input input--short" id={`compare-${name}`} name={name} defaultValue={picked}>
        {versions.map((version) => (
          <option key={version.version} value={version.version}>
            {t("Version {version}", { version: version.version })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Two versions, piece by piece: only what differs. */
export function ComparisonPanel({ comparison, base }: { comparison: Comparison; base: string }) {
  const { from, to, differences } = comparison;
  return (
    <Panel
      title={t("Version {version} beside version {version2}", { version: from.version, version2: to.version })}
      id="comparison"
      end={
        <LinkButton small variant="quiet" icon="x" href={base as Route}>
          {t("Close")}
        </LinkButton>
      }
    >
      {differences.length === 0 ? <p>{t("The words are the same.")}</p> : null}
      {differences.map((difference) => (
        <section key={difference.id} className="stack stack--s" aria-label={difference.what}>
          <h3>{difference.what}</h3>
          <div className="wordings">
            <Side title={t("Version {version}", { version: from.version })} text={difference.before} />
            <Side title={t("Version {version}", { version: to.version })} text={difference.after} />
          </div>
        </section>
      ))}
    </Panel>
  );
}

function Side({ title, text }: { title: string; text: string | null }) {
  const none = text === null ? t("Not in this version") : t("Empty");
  return (
    <div className="stack stack--s">
      <span className="small muted">{title}</span>
      <div className="wording">{text || <span className="muted">{none}</span>}</div>
    </div>
  );
}

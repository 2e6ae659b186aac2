import { Panel } from "@/app/_ui/panel";
import { marks } from "@/lib/law/jurisdictions/types";
import { fieldLabels, inForceLabels, listingLabels } from "@/lib/law/provisions/labels";
import type { ProvisionVersionView } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { SourceNote } from "./law-sources";

/** What the organisation found the provision to say since the release, the newest first. Nothing is ever taken out. */
export function ProvisionHistory({ versions, zone }: { versions: readonly ProvisionVersionView[]; zone: string }) {
  return (
    <Panel title={t("Changed by your organisation")} id="history">
      {versions.length === 0 ? (
        <p className="muted">
          {t("Nothing: this is the released version. An administrator can bring it up to date with a source.")}
        </p>
      ) : (
        <ol className="stack">
          {versions.map((version) => (
            <li key={version.id} className="stack stack--s">
              <p>
                <span className="strong">{t("Version {version}.", { version: version.version })}</span> {version.reason}
              </p>
              <Fields change={version.change} />
              <p className="small muted">
                <SourceNote source={{ ...version, marks: marks.filter((mark) => mark === version.mark) }} />{" "}
                {t("Recorded by {by}, {recordedAt}.", {
                  by: version.by,
                  recordedAt: formatInstant(version.recordedAt, zone),
                })}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Fields({ change }: { change: Record<string, unknown> }) {
  if (change.withdrawn === true) return <p>{t("Changes undone: the released version applies again.")}</p>;
  const fields = Object.entries(change);
  if (fields.length === 0) return <p>{t("The law is the same.")}</p>;
  return (
    <dl className="facts">
      {fields.map(([field, value]) => (
        <div key={field} className="facts__pair">
          <dt>{fieldLabels[field] ?? field}</dt>
          <dd>{describeValue(field, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A value of the law data in words. */
function describeValue(field: string, value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? t("Yes") : "No";
  if (Array.isArray(value)) return value.map(contact).join("; ") || "None";
  if (typeof value === "object") return limit(value);
  const text = String(value);
  const words: Record<string, string> = field === "inForce" ? inForceLabels : field === "listing" ? listingLabels : {};
  return words[text] ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : text);
}

function contact(item: unknown): string {
  const { label, value } = Object(item) as { label?: unknown; value?: unknown };
  return `${String(label)}: ${String(value)}`;
}

function limit(value: object): string {
  const { amount, unit } = value as { amount?: unknown; unit?: unknown };
  return `${String(amount)} ${String(unit).replace("_", " ")}`;
}

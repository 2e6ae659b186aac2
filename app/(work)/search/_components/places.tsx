import type { Route } from "next";
import type { PaletteLine } from "@/app/_shell/palette-rules";
import { Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import { t } from "@/lib/platform/language/translate";

/** Pages to open, acts to start, and people. */
export function Places({ lines }: { lines: readonly PaletteLine[] }) {
  return (
    <Panel title={t("Pages, acts and people")} id="places" padded={false}>
      <Items
        items={lines.map(({ label, href, note }) => ({
          key: `${href} ${label}`,
          href: href as Route,
          title: label,
          side: <span className="small muted">{note}</span>,
        }))}
      />
    </Panel>
  );
}

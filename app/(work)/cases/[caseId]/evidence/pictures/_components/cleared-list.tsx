import type { Route } from "next";
import { NumberedPager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { findingLabels } from "@/lib/evidence/clearances/labels";
import { pictureKey, pictureWords } from "@/lib/evidence/clearances/rules";
import type { PictureView } from "@/lib/evidence/clearances/types";
import { t } from "@/lib/platform/language/translate";
import type { Paged } from "@/lib/platform/paging";
import { formatInstant } from "@/lib/platform/text/format";

type Props = { list: Paged<PictureView>; zone: string; at: (page: number) => Route };

/** Who checked what, when, and the result. Entries are never changed; checking again adds one. */
export function ClearedList({ list, zone, at }: Props) {
  if (list.total === 0) return null;
  return (
    <Panel title={t("Looked at")} id="looked" padded={false}>
      <ul className="copies">
        {list.rows.map(({ clearance: look, ...one }) =>
          look ? (
            <li className="copy" key={pictureKey(one)}>
              <p className="strong">
                {pictureWords(one)}: {findingLabels[look.found].label}
              </p>
              {look.reason ? <p className="breakable">{look.reason}</p> : null}
              <p className="small muted">
                {t("{at}, by {value}", { at: formatInstant(look.at, zone), value: look.mine ? t("you") : look.by })}
              </p>
            </li>
          ) : null,
        )}
      </ul>
      <NumberedPager list={list} of={t("pictures that were looked at")} at={at} />
    </Panel>
  );
}

import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { Facts, Panel } from "@/app/_ui/panel";
import type { Sensitivity } from "@/lib/evidence/exhibits/types";
import type { ShownWords } from "@/lib/evidence/exposure/show-words";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { FoldedWords } from "./folded-words";
import { WordLines } from "./word-lines";

type Words = Pick<ShownWords, "lines" | "cut" | "again"> & {
  /** What the file says of itself; empty for a mail, which has a panel of its own. */
  claims: ShownWords["headers"];
};
type Props = { exhibitId: string; sensitivity: Sensitivity; words: Words; zone: string };

/** The words of a text or a mail, before any picture. What is hard to read stays folded, and reading it is logged. */
export function WordsPanel({ exhibitId, sensitivity, words, zone }: Props) {
  const { again } = words;
  return (
    <Panel title={t("Words in the file")} id="words" foot={t("Shown as plain text. Nothing that it names was loaded.")}>
      {again && again.before.length > 0 ? (
        <Notice kind="warning" title={t("These words differ from what was shown before")}>
          {t(
            "Read again on {at} with a newer reader; the words differ from what was shown before. Both are here. The file itself did not change.",
            { at: formatInstant(again.at, zone) },
          )}
        </Notice>
      ) : null}
      {words.claims.length > 0 ? (
        <>
          <p className="small muted">{t("The file says of itself (anybody can write this):")}</p>
          <Facts
            items={words.claims.map(({ name, value }) => ({
              name,
              value: <span className="breakable">{value}</span>,
            }))}
          />
        </>
      ) : null}
      {sensitivity === "ordinary" ? (
        <WordLines lines={words.lines} cut={words.cut} />
      ) : (
        <>
          <Notice
            kind="warning"
            title={sensitivity === "intimate" ? t("Marked as intimate") : t("Marked as distressing")}
          >
            {t("Reading it is recorded in the ledger and counts towards your exposure.")}
          </Notice>
          <FoldedWords exhibitId={exhibitId} />
        </>
      )}
      {again?.before.map(({ version, lines, cut }) => (
        <Disclosure
          key={version}
          label={t("What was shown before{value}", {
            value: again.before.length > 1 ? t(" (reading {value})", { value: version + 1 }) : "",
          })}
        >
          {sensitivity === "ordinary" ? (
            <WordLines lines={lines} cut={cut} />
          ) : (
            <FoldedWords exhibitId={exhibitId} version={version} />
          )}
        </Disclosure>
      ))}
      {again && again.before.length === 0 ? (
        <p className="small muted">
          {t("Read again on {at} with a newer reader. The words are the same.", { at: formatInstant(again.at, zone) })}
        </p>
      ) : null}
    </Panel>
  );
}

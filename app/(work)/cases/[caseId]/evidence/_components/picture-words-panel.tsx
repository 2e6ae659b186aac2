import { CopyButton } from "@/app/_ui/copy-button";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import type { ShownPictureWords } from "@/lib/evidence/exposure/show-picture-words";
import { unreadLabels } from "@/lib/evidence/picture-words/labels";
import type { ReadPage } from "@/lib/evidence/picture-words/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { FoldedWords } from "./folded-words";

/** What a machine read in the pictures of the exhibit. It helps to find and to copy words, and proves nothing. */
export function PictureWordsPanel({ exhibitId, read }: { exhibitId: string; read: ShownPictureWords }) {
  const { pages, folded, waiting } = read;
  const hidden = folded && pages.some(({ unread }) => unread === null);
  return (
    <Panel
      title={t("Words in the picture")}
      id="picture-words"
      foot={t("Read by machine, may be wrong. What counts is the picture; quote from it.")}
    >
      {hidden ? (
        <>
          <Notice kind="warning" title={t("Marked as hard to see")}>
            {t("Reading it is recorded in the ledger and counts towards your exposure.")}
          </Notice>
          <FoldedWords exhibitId={exhibitId} pictures />
        </>
      ) : null}
      {pages.map((page) => (
        <PageWords key={page.page} page={page} folded={folded} alone={pages.length === 1} />
      ))}
      {waiting > 0 ? (
        <p className="small muted">
          {t("Being read: {value}. This happens in the background.", { value: plural(waiting, "picture") })}
        </p>
      ) : null}
    </Panel>
  );
}

function PageWords({ page: { page, lines, cut, unread }, folded, alone }: Of) {
  if (folded && unread === null) return null;
  return (
    <>
      {alone ? null : <h3>{t("Page {page}", { page })}</h3>}
      {unread ? (
        <p className="muted">{t("Could not be read: {why}.", { why: unreadLabels[unread] })}</p>
      ) : lines.length > 0 ? (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <pre className="filewords" tabIndex={0}>
            {lines.join("\n")}
          </pre>
          <CopyButton text={lines.join("\n")} what={t("words of page {page}", { page })} />
        </>
      ) : (
        <p className="muted">{t("No words were found in it.")}</p>
      )}
      {cut ? <p className="small muted">{t("It goes on. Only the first words are kept.")}</p> : null}
    </>
  );
}

type Of = { page: ReadPage; folded: boolean; alone: boolean };

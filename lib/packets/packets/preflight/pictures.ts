import { findingWords } from "@/lib/evidence/clearances/labels";
import { describePictures } from "@/lib/evidence/clearances/rules";
import { unreadLabels } from "@/lib/evidence/picture-words/labels";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { lookField } from "../labels";
import type { PacketSnapshot, SnapshotPicture } from "../snapshot/snapshot";
import { fail, type Outcome, pass } from "./outcome";

const textIsClean = () => t("No protected value was found in the text, the names of files or the metadata.");

type Named = { exhibit: string; page: number };

/** What a packet says about its pictures: who checked each and on which day, or that nobody did. */
export function picturesOutcome({ exhibits, zones }: Pick<PacketSnapshot, "exhibits" | "zones">): Outcome {
  const pictures = exhibits.flatMap(({ code, pictures: all }) =>
    (all ?? []).map((picture) => ({ ...picture, exhibit: code })),
  );
  const unseen = pictures.filter(({ look }) => look === null);
  if (unseen.length > 0) {
    return {
      ...fail(
        t("{textIsClean} Nobody has checked {unseen} yet.", {
          textIsClean: textIsClean(),
          unseen: describePictures(unseen),
        }),
      ),
      field: lookField,
    };
  }
  if (exhibits.some(({ pictures: all }) => all === null)) {
    return pass(
      t("{textIsClean} Which pictures are served is known when it is built; a person looks at each before approval.", {
        textIsClean: textIsClean(),
      }),
    );
  }
  if (pictures.length === 0) return pass(t("{textIsClean} No picture is served.", { textIsClean: textIsClean() }));
  return pass(
    [
      t("{textIsClean} Each picture was looked at by a person. {pictures}", {
        textIsClean: textIsClean(),
        pictures: describeSeen(pictures, zones.home),
      }),
      ...describeRead(pictures),
    ].join(" "),
  );
}

/** What the search for words in pictures covers, and which it could not read: those rest on the person alone. */
function describeRead(pictures: readonly (SnapshotPicture & Named)[]): string[] {
  const known = pictures.filter(({ read }) => read !== undefined);
  if (known.length === 0) return [];
  const isLegible = ({ read }: SnapshotPicture) => read === "words" || read === "no_words";
  const legible = known.filter(isLegible);
  const reasons = [...new Set(known.filter((picture) => !isLegible(picture)).map(({ read }) => read))];
  const left = reasons.flatMap((reason) =>
    reason === undefined || reason === "words" || reason === "no_words"
      ? []
      : [`${describePictures(known.filter(({ read }) => read === reason))} (${unreadLabels[reason]})`],
  );
  return [
    ...(legible.length > 0
      ? [
          t("Words read by machine in {pictures}: no protected value among them.", {
            pictures: describePictures(legible),
          }),
        ]
      : []),
    ...(left.length > 0
      ? [t("Not read by machine, looked at by the person alone: {pictures}.", { pictures: left.join("; ") })]
      : []),
  ];
}

/** `By S-07 on 12 Nov 2026, nothing of the client: E-01, page 1.` One person's finds of one day are grouped. */
function describeSeen(pictures: readonly (SnapshotPicture & Named)[], zone: string): string {
  const groups = new Map<string, Named[]>();
  for (const { exhibit, page, look } of pictures) {
    if (!look) continue;
    const day = formatDate(civilDate(new Date(look.at), zone));
    const words = t("By {by} on {day}, {findingWords}", { by: look.by, day, findingWords: findingWords[look.found] });
    groups.set(words, [...(groups.get(words) ?? []), { exhibit, page }]);
  }
  return [...groups].map(([words, of]) => `${words}: ${describePictures(of)}.`).join(" ");
}

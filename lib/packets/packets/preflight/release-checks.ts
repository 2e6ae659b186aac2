import { t } from "@/lib/platform/language/translate";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { type Checks, fail, na, type Outcome, pass, there } from "./outcome";
import { noScanWords, officersWords, type ReceiverCover, receiverCovers } from "./releases";

/**
 * Lines about the client's releases: each says which named officers may have it, and which exhibits must be removed.
 */
export const releaseChecks: Checks<"receivers_released" | "exhibits_released" | "release_covers" | "transfer_ground"> =
  {
    receivers_released: ({ snapshot }) => {
      if (snapshot.receivers.length === 0) return fail(t("No receiver is recorded."));
      const covers = receiverCovers(snapshot);
      const message = [whoMay(covers), nobodyElse(), noScan(snapshot, covers)].filter(Boolean).join(" ");
      return outOf(covers.filter((cover) => cover.without).map(without), message);
    },
    exhibits_released: ({ snapshot }) => {
      if (snapshot.exhibits.length === 0) return na(t("The packet has no exhibit."));
      const covers = receiverCovers(snapshot);
      if (covers.length > 0 && covers.every((cover) => cover.without))
        return na(t("No receiver has a valid release that names an officer; the line on receivers says so."));
      return outOf(
        covers.filter(isNarrow).map(narrow),
        t("Each exhibit may go to them. {covers}", { covers: whoMayNot(covers) }).trim(),
      );
    },
    release_covers: ({ snapshot }, { transfer }) => {
      if (snapshot.receivers.length === 0) return na(t("No receiver is recorded; the line on the receiver says so."));
      const covers = receiverCovers(snapshot);
      const out = covers.flatMap((cover) =>
        cover.without ? [without(cover)] : isNarrow(cover) ? [narrow(cover)] : [],
      );
      if (out.length > 0) return outOf(out, "");
      const open = transfer && !hasGround(snapshot, covers);
      return open
        ? fail(t("No valid release records a ground for transfer abroad and onward use."))
        : pass([whoMay(covers), whoMayNot(covers), nobodyElse(), noScan(snapshot, covers)].filter(Boolean).join(" "));
    },
    transfer_ground: ({ snapshot }) => {
      const covers = receiverCovers(snapshot);
      if (covers.every((cover) => cover.without))
        return na(t("No valid release names an officer of a receiver; the line on receivers says so."));
      return there(
        hasGround(snapshot, covers),
        t("The ground is recorded."),
        t("No valid release records a ground for transfer abroad."),
      );
    },
  };

const nobodyElse = () => t("Nobody else may have it.");

function hasGround({ releases }: { releases: { code: string; crossBorderBasis: string | null }[] }, covers: Covers) {
  const counts = new Set(covers.flatMap((cover) => cover.officers.flatMap((officer) => officer.releases)));
  return releases.some((release) => counts.has(release.code) && release.crossBorderBasis);
}

/** A remark and not a failure: the client may not have been able to sign on paper yet. */
function noScan({ releases }: Pick<PacketSnapshot, "releases">, covers: Covers): string {
  const counts = new Set(covers.flatMap((cover) => cover.officers.flatMap((officer) => officer.releases)));
  const without = releases.filter(({ code, scan }) => counts.has(code) && scan === null);
  return without.length > 0 ? noScanWords(without) : "";
}

type Covers = readonly ReceiverCover[];

/** An officer is named, and none of them may have every exhibit. */
function isNarrow({ officers }: ReceiverCover): boolean {
  return officers.length > 0 && officers.every((officer) => officer.exhibits.length > 0);
}

function whoMay(covers: Covers): string {
  return covers
    .map(({ receiver, officers }) => t("For {receiver}: {officers}.", { receiver, officers: officersWords(officers) }))
    .join(" ");
}

/** Officers who may not have all of it although another of the same receiver may. */
function whoMayNot(covers: Covers): string {
  return covers
    .flatMap((cover) => cover.officers.filter((officer) => officer.exhibits.length > 0))
    .map((officer) =>
      t("Not to {officersWords}: {value}.", {
        officersWords: officersWords([officer]),
        value: officer.exhibits.join(", "),
      }),
    )
    .join(" ");
}

function without({ receiver, without: why }: ReceiverCover): string {
  return t("for {receiver} ({why}): the whole packet", { receiver, why });
}

function narrow({ receiver, officers }: ReceiverCover): string {
  const each = officers.map((officer) => `to ${officersWords([officer])}: ${officer.exhibits.join(", ")}`);
  return `for ${receiver}, ${each.join("; ")}`;
}

function outOf(out: readonly string[], ok: string): Outcome {
  return out.length === 0 ? pass(ok) : fail(t("What must come out: {value}.", { value: out.join("; ") }));
}

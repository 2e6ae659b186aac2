import { type Checks, fail, na, type Outcome, pass, there } from "./outcome";
import { dayOfPacket, isValidOn, type Uncovered, uncovered } from "./releases";

/** Lines on what the client allowed: each says which exhibits must come out. */
export const releaseChecks: Checks<"receivers_released" | "exhibits_released" | "release_covers" | "transfer_ground"> =
  {
    receivers_released: ({ snapshot }) => {
      if (snapshot.receivers.length === 0) return fail("No receiver is recorded.");
      return outOf(
        uncovered(snapshot).filter((one) => one.without),
        "A valid release covers each receiver.",
      );
    },
    exhibits_released: ({ snapshot }) => {
      if (snapshot.exhibits.length === 0) return na("The packet has no exhibit.");
      const narrow = uncovered(snapshot);
      if (narrow.length > 0 && narrow.length === snapshot.receivers.length && narrow.every((one) => one.without))
        return na("No receiver has a valid release; the line on receivers lists what must come out.");
      return outOf(
        narrow.filter((one) => !one.without && one.exhibits.length > 0),
        "A valid release covers each exhibit, for each receiver that has one.",
      );
    },
    release_covers: ({ snapshot }, { transfer }) => {
      if (snapshot.receivers.length === 0) return na("No receiver is recorded; the line on the receiver says so.");
      const out = uncovered(snapshot).filter((one) => one.without || one.exhibits.length > 0);
      if (out.length > 0) return outOf(out, "");
      const open = transfer && !validGround(snapshot);
      return open
        ? fail("No valid release records a ground for transfer abroad and onward use.")
        : pass("A valid release covers each receiver and each exhibit.");
    },
    transfer_ground: ({ snapshot }) => {
      const day = dayOfPacket(snapshot);
      if (!snapshot.releases.some((release) => isValidOn(release, day)))
        return na("No release is valid; the line on receivers says so.");
      return there(
        validGround(snapshot),
        "The ground is recorded.",
        "No valid release records a ground for transfer abroad.",
      );
    },
  };

function validGround(snapshot: Parameters<typeof dayOfPacket>[0]): boolean {
  const day = dayOfPacket(snapshot);
  return snapshot.releases.some((release) => isValidOn(release, day) && release.crossBorderBasis);
}

function outOf(list: readonly Uncovered[], ok: string): Outcome {
  return list.length === 0 ? pass(ok) : fail(`What must come out: ${list.map(sentence).join("; ")}.`);
}

function sentence({ receiver, exhibits, without }: Uncovered): string {
  const what = exhibits.length > 0 ? exhibits.join(", ") : without ? "the whole packet" : "nothing";
  return `for ${receiver}${without ? ` (${without})` : ""}: ${what}`;
}

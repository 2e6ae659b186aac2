import "server-only";
import { describePictures } from "@/lib/evidence/clearances/rules";
import { AppError } from "@/lib/platform/errors";
import { neverAsked, replacedPictures, unseenPictures } from "./labels";
import { type Looked, unseenIn } from "./snapshot/looked";

/**
 * Before a packet is approved: a person has checked each picture that it serves, and no reason overrides that.
 * @throws AppError conflict naming the pictures
 */
export function refuseUnseenPictures({ snapshot, replaced }: Looked): void {
  if (snapshot.exhibits.some(({ pictures }) => pictures === null)) throw new AppError("conflict", neverAsked);
  if (replaced.length > 0) throw new AppError("conflict", replacedPictures(describePictures(replaced)));
  const unseen = unseenIn(snapshot);
  if (unseen.length > 0) throw new AppError("conflict", unseenPictures(describePictures(unseen)));
}

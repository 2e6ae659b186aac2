import "server-only";
import { isSha256 } from "@/lib/platform/hash";
import { StorageError } from "./storage";

const SEGMENT = /^[a-z0-9][a-z0-9-]{0,63}$/;
const MAX_SEGMENTS = 4;

/** The segments of a space: lower-case letters, digits and hyphens, so that no space can name another place. */
export function spaceSegments(space: string): string[] {
  const segments = space.split("/");
  if (segments.length > MAX_SEGMENTS || !segments.every((segment) => SEGMENT.test(segment))) {
    throw new StorageError("bad_key", "The storage space is not valid.");
  }
  return segments;
}

/** Refuses everything but 64 lower-case hex characters. */
export function requireSha256(sha256: string): string {
  if (!isSha256(sha256)) throw new StorageError("bad_key", "The storage key is not a SHA-256 digest.");
  return sha256;
}

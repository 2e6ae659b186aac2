import { notFound } from "next/navigation";
import { AppError } from "@/lib/platform/errors";

/** A packet that was given to somebody else does not exist here, and the attempt is noted. The portal shares no code with the inside. */
export async function orNotFound<T>(read: Promise<T>, refused: () => Promise<unknown>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden")) {
      await refused();
      notFound();
    }
    throw error;
  }
}

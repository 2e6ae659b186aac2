import "server-only";

type Queue = { /** How many may wait. */ longest: number /** What one more is refused with. */; full: () => Error };

/** A queue with a number of places: `work` runs when one is free, first come, first served. */
export function createPlaces(count: number, queue?: Queue): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;

  async function enter(): Promise<void> {
    if (free > 0) {
      free -= 1;
      return;
    }
    if (queue && waiting.length >= queue.longest) throw queue.full();
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

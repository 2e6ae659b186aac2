/**
 * Asks the server for all of them, six at a time: it has two cores and waits for the database. Without a session two at a
 * time: strangers have four places in the queue (decision 0020), and beside this test others sign in and join.
 */
export async function inTurns<T>(all: readonly T[], cookie: string, act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const take = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: cookie === "" ? 2 : 6 }, take));
}

/**
 * Milliseconds of processor that this thread has used since it was called. Unlike a clock on the wall it does not run
 * while other programs have the machine.
 */
export function ownWork(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
}

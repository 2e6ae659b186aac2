import { confinement } from "@/lib/platform/sandbox/confinement";

/** Has this process find itself on a machine that confines nothing while `act` runs. `setting`: OPEN_FILES. */
export async function whereNothingConfines<T>(act: () => Promise<T>, setting = "confined"): Promise<T> {
  const end = becomeOther(setting);
  try {
    await confinement({ again: true });
    return await act();
  } finally {
    end();
    await confinement({ again: true });
  }
}

/** From now on it is no Linux, for whoever looks again. @returns what puts it back */
export function becomeOther(setting = "confined"): () => void {
  const { platform } = process;
  const { OPEN_FILES } = process.env;
  Object.defineProperty(process, "platform", { value: "sunos" });
  process.env.OPEN_FILES = setting;
  return () => {
    Object.defineProperty(process, "platform", { value: platform });
    if (OPEN_FILES === undefined) delete process.env.OPEN_FILES;
    else process.env.OPEN_FILES = OPEN_FILES;
  };
}

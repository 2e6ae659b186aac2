import { isId } from "@/lib/platform/ids";
import { type Opened, ways } from "./_components/act-row";

type Asked = Record<string, string | string[] | undefined>;

/** Which act of My work is open and in which way, and whose queue it is. */
export function readOpened({ act, way, of }: Asked, supervises: boolean): Opened {
  return {
    act: typeof act === "string" && isId(act) ? act : null,
    way: ways.find((one) => one === way) ?? null,
    of: supervises && typeof of === "string" && isId(of) ? of : null,
  };
}

import { askArea } from "@/tests/support/commands/ask-area";
import { packets } from "@/tests/support/commands/packets";

await askArea("packets", packets);

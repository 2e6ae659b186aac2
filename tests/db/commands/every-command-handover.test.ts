import { askArea } from "@/tests/support/commands/ask-area";
import { handover } from "@/tests/support/commands/handover";

await askArea("handover", handover);

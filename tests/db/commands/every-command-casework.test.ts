import { askArea } from "@/tests/support/commands/ask-area";
import { casework } from "@/tests/support/commands/casework";

await askArea("casework", casework);

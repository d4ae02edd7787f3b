// The key-encryption key of letters as a command of this installation has it: told by the environment, else from the data folder.
import { derivedLetterKey } from "@/lib/platform/derived-letter-key";
import { dataFolder } from "./data-folder.mjs";
import { Fault } from "./fault.mjs";
import { isGiven } from "./given-database.mjs";
import { petitionWords } from "./import-words";
import { readSecrets } from "./secrets.mjs";

type Secrets = { PORTAL_LETTER_KEY?: string | undefined; PORTAL_SERVER_KEY?: string | undefined };

export function letterKeyHere(): Uint8Array {
  const secrets: Secrets | undefined = isGiven() ? process.env : readSecrets(dataFolder().folder);
  const { PORTAL_LETTER_KEY: own, PORTAL_SERVER_KEY: server } = secrets ?? {};
  const bytes = Buffer.from(own ?? server ?? "", "base64");
  if (bytes.length !== 32) throw new Fault(petitionWords.noKey, 2);
  return own ? bytes : derivedLetterKey(bytes);
}

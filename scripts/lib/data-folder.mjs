// Where everything of one installation lies: the cluster, the secrets, uploaded files, pid files.
import { accessSync, chmodSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { reachableFolder } from "./postgres-binaries.mjs";
import { root } from "./root.mjs";
import { databaseUser, userCan } from "./system-user.mjs";

function make(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Fault(
      error.code === "ENOSPC" ? messages.diskFull(folder) : messages.folderUnusable(folder, error.message),
    );
  }
}

// The database's user has to pass through the folder to reach the cluster in it; the secrets are closed by their own mode.
function letPass(folder) {
  const mode = statSync(folder).mode & 0o777;
  if (statSync(folder).uid === process.getuid?.() && (mode & 0o011) !== 0o011)
    chmodSync(folder, mode | 0o011);
}

/**
 * The data folder, made if it is missing: PORTAL_DATA, or .portal in the checkout. Started as root where the database's
 * user cannot go, a folder under /var/lib takes its place. Answers { folder, movedFrom }, `movedFrom` only then.
 */
export function dataFolder() {
  const wanted = resolve(root, process.env.PORTAL_DATA || ".portal");
  make(wanted);
  if (!databaseUser()) return { folder: wanted };
  if (userCan("-x", dirname(wanted))) letPass(wanted);
  if (userCan("-x", wanted)) return { folder: wanted };
  const folder = join(reachableFolder(wanted), "data");
  make(folder);
  for (const each of [dirname(folder), folder]) letPass(each);
  return { folder, movedFrom: wanted };
}

/** The cluster inside a data folder. */
export function clusterIn(folder) {
  return join(folder, "postgres");
}

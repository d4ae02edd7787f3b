import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

function filesBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** One hash over the names and contents of files and folders; `skip(path)` leaves some out. Missing ones count as empty. */
export function hashOf(base, paths, skip = () => false) {
  const hash = createHash("sha256");
  const files = paths.flatMap((path) => filesBelow(join(base, path)));
  for (const file of files.filter((each) => !skip(each)).sort()) {
    hash
      .update(`${relative(base, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

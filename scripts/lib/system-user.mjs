// PostgreSQL refuses to run as root. Started as root it gets an unprivileged user of the system instead.
import { execFileSync, spawnSync } from "node:child_process";

function idOf(name) {
  const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
  const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
  return uid.status === 0 && gid.status === 0
    ? { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : undefined;
}

function makeUser() {
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "portal"], {
      stdio: "ignore",
    });
  } catch {
    return undefined;
  }
  return idOf("portal");
}

let chosen;

/** The user under whom PostgreSQL runs: { name, uid, gid }, or undefined when the present user will do. */
export function databaseUser() {
  if (process.getuid?.() !== 0) return undefined;
  chosen ??= idOf("postgres") ?? idOf("portal") ?? makeUser() ?? idOf("nobody");
  return chosen;
}

/** Whether that user may do what `test` names ("-x", "-w", "-r") at the path. Always true when no user is needed. */
export function userCan(test, path) {
  const user = databaseUser();
  if (!user) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'test "$1" "$2"', "sh", test, path], {
      uid: user.uid,
      gid: user.gid,
      cwd: "/",
    }).status === 0
  );
}

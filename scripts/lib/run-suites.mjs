// Runs suites, tells each result by name, and adds them up in one last line.

const indent = "    ";

function tell(name, result, seconds) {
  const mark = result.failed > 0 ? "FAILED" : result.skipped > 0 ? "skips" : "ok";
  const counts = `${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`;
  console.log(`${mark.padEnd(7)} ${name.padEnd(30)} ${counts} (${seconds.toFixed(1)} s)`);
  for (const note of result.notes) console.log(`${indent}skipped: ${note}`);
  if (result.failed > 0) console.log(result.output.trimEnd().replaceAll(/^/gm, indent));
}

async function runOne({ name, run }) {
  const began = performance.now();
  let result;
  try {
    result = await run();
  } catch (error) {
    result = { passed: 0, failed: 1, skipped: 0, notes: [], output: String(error.stack ?? error) };
  }
  tell(name, result, (performance.now() - began) / 1000);
  return result;
}

/** Runs the suites, `lanes` at a time, in their order. Answers the sums. */
export async function runSuites(suites, lanes) {
  const waiting = [...suites];
  const results = [];
  const lane = async () => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) results.push(await runOne(suite));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Prints `N passed, N failed, N skipped` alone on the last line; answers the exit code. */
export function closeWith(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
  return sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;
}

/** Ends the process once all it said is on its way: a pipe that another program made non-blocking would lose the last lines. */
export function exitWith(code) {
  process.stdout.write("", () => process.exit(code));
}

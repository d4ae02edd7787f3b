import { messages } from "./messages.mjs";

/** Tells what is being done, does it, and tells how many seconds it took. Answers what `work` answers. */
export async function step(title, work) {
  const began = performance.now();
  console.log(`• ${title} …`);
  const result = await work();
  console.log(`  ${messages.done((performance.now() - began) / 1000)}`);
  return result;
}

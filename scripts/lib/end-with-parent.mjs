// Loaded before the worker: when the launcher is killed the channel to it closes, and the worker ends too.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}

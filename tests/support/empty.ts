// Stands in for "server-only", which throws everywhere but in Next's own bundler.
export {};

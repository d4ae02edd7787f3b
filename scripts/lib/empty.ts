// Stands in for the package "server-only", which throws everywhere outside Next's own bundler.
export {};

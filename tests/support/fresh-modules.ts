import { vi } from "vitest";

// Before each file: what a module of ours keeps (settings, pools, caches) is not handed on to the next file.
vi.resetModules();

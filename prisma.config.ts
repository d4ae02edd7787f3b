import { defineConfig } from "prisma/config";

// Only `prisma generate`, `validate` and `format` read this. Migrations go through scripts/db-migrate.mjs, which
// takes its address from the environment or from the data folder, so no database address stands here.
export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
});

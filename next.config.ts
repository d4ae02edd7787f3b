import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  // Types are checked by `npm run check`, over tests and scripts too; whoever starts the portal need not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // What was compiled is kept for the next build, which a proof in a fresh clone never has.
  experimental: { turbopackFileSystemCacheForBuild: process.env["PORTAL_BUILD_CACHE"] !== "0" },
  // No picture here is resized: without this, whoever is not signed in could have the server fetch and convert files.
  images: { unoptimized: true },
  // These read files or native code beside themselves: Node loads them, the bundler does not.
  serverExternalPackages: [
    "pdfmake",
    "@libpdf/core",
    "@node-rs/argon2",
    "pg-boss",
    "pino",
    "flydrive",
    "unpdf",
    "@fastify/busboy",
  ],
  outputFileTracingIncludes: {
    "/**": [
      // A thread is started from this file, which nothing imports.
      "lib/platform/files/examine/pdf-worker.mjs",
      "node_modules/unpdf/dist/*.mjs",
      "node_modules/unpdf/package.json",
      "node_modules/@expo-google-fonts/tinos/{400Regular,400Regular_Italic,700Bold,700Bold_Italic}/*.ttf",
    ],
  },
};

// Messages are parsed while the portal is built: parsed by the page, each is parsed anew for every request.
export default createNextIntlPlugin({
  requestConfig: "./lib/platform/i18n/request.ts",
  experimental: {
    messages: {
      path: "./messages",
      format: "json",
      locales: ["vi", "en"],
      sourceLocale: "vi",
      precompile: true,
    },
  },
})(config);

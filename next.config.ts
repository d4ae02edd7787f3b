import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  // Types are checked by `npm run check`, over tests and scripts too; whoever starts the portal need not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // An act that a script sends without a session is answered 401 (lib/platform/commands/signed-out.ts).
  experimental: { authInterrupts: true },
  // These read files or native code beside themselves: Node loads them, the bundler does not.
  serverExternalPackages: ["pdfmake", "@libpdf/core", "@node-rs/argon2", "pg-boss", "pino"],
  outputFileTracingIncludes: {
    "/**": [
      "node_modules/@expo-google-fonts/tinos/{400Regular,400Regular_Italic,700Bold,700Bold_Italic}/*.ttf",
    ],
  },
};

export default createNextIntlPlugin("./lib/platform/i18n/request.ts")(config);

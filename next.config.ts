import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  turbopack: { root: import.meta.dirname },
};

export default createNextIntlPlugin("./lib/platform/i18n/request.ts")(config);

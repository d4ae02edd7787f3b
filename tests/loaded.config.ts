import config from "./playwright.config";
export default {
  ...config,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  webServer: { ...(config.webServer as object), timeout: 590_000 },
};

import { useProvince } from "@/tests/support/builders/province";
import { describeLives } from "@/tests/support/life/describe-lives";

// `npm run test:deep` plays more, see tests/deep/agreements.test.ts.
describeLives(useProvince(), Number(process.env["LIVES"] ?? 4));

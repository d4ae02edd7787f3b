import { useProvince } from "@/tests/support/builders/province";
import { describeRaces } from "@/tests/support/races";

// `npm run test:deep` runs more, see tests/deep/agreements.test.ts.
describeRaces(useProvince(), Number(process.env["RACES"] ?? 3));

import { useProvince } from "@/tests/support/builders/province";
import { describeLives } from "@/tests/support/life/describe-lives";
import { describeRaces } from "@/tests/support/races";

const province = useProvince();

describeLives(province, Number(process.env["DEEP_LIVES"] ?? 60));
describeRaces(province, Number(process.env["DEEP_RACES"] ?? 40));

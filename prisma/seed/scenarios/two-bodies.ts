import { setForm } from "@/lib/agreements/commands/set-form";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "../caller";
import type { SeededTenant } from "../create-tenant";
import { openAgreement, type SeededAgreement, sign, signForOrganisation } from "./agreements";

/** Council and committee through their two offices: while they negotiate they choose the State's form; both sign, then both organisations. */
export async function agreeInStateForm(seeded: SeededTenant, password: string): Promise<SeededAgreement> {
  const contact = "VP ĐĐBQH&HĐND";
  const agreement = await openAgreement(
    seeded,
    { title: "Quy chế phối hợp công tác giữa Thường trực HĐND và UBND tỉnh", contact },
    async (versionId) => {
      await executeCommand(setForm, as(seeded, "VP UBND", "department-head"), {
        versionId,
        revision: 1,
        form: "state",
        recipients: [
          "- Thường trực Hội đồng nhân dân tỉnh (để báo cáo);",
          "- Ủy ban nhân dân tỉnh (để báo cáo);",
          "- Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh (để phối hợp);",
          "- Lưu: văn thư các bên.",
        ].join("\n"),
      });
      return 2;
    },
  );
  for (const office of seeded.offices.keys()) await sign(seeded, agreement.versionId, office, password);
  for (const office of seeded.offices.keys())
    await signForOrganisation(seeded, agreement.versionId, office, password);
  return agreement;
}

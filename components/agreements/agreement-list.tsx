import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { OfficeLabel, type OfficeMark } from "@/components/ui/office-label";
import { Register } from "@/components/ui/register";

export type AgreementRow = {
  id: string;
  href: string;
  title: string;
  /** "Số 02/QCPH-…" or "Chưa có số" */
  number: string;
  contact: OfficeMark;
  cosigners: readonly OfficeMark[];
  state: { tone: BadgeTone; text: string };
  /** "có hiệu lực từ 01/01/2027" */
  term: string;
  pdf?: { href: string; label: string } | undefined;
};

/** All agreements a person may read; each row leads to the text and to its file. */
export function AgreementList({ caption, rows }: { caption: string; rows: readonly AgreementRow[] }) {
  const t = useTranslations("agreementParts.list");
  const head = [{ label: t("agreement") }, { label: t("state") }, { label: t("file") }];
  return (
    <Register caption={caption} head={head} airy className="desk desk--wide">
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a className="ttl" href={row.href}>
                {row.title}
              </a>
              <span className="sub">{row.number}</span>
              <span className="sub">
                <span className="duo">
                  <span>
                    {t("contact")} <OfficeLabel office={row.contact} part="lead" />
                  </span>
                  <span>
                    {t("cosigners")}{" "}
                    {row.cosigners.map((office) => (
                      <OfficeLabel key={office.code} office={office} />
                    ))}
                  </span>
                </span>
              </span>
            </td>
            <td>
              <Badge tone={row.state.tone}>{row.state.text}</Badge>
              <span className="sub">{row.term}</span>
            </td>
            <td>
              {row.pdf ? (
                <a href={row.pdf.href}>
                  {row.pdf.label}
                  <span className="sr-only"> {row.title}</span>
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </Register>
  );
}

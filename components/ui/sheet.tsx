import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/**
 * A side sheet. It is open because the address says so: the page renders it with `open`, or the address ends in
 * `#id`. Closing is a link back, so the back button works and nothing needs a script.
 */
export function Sheet({
  id,
  title,
  closeHref,
  open = false,
  footer,
  children,
}: {
  id: string;
  title: string;
  closeHref: string;
  open?: boolean | undefined;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("ui.sheet");
  return (
    <section
      className={open ? "sheet is-open" : "sheet"}
      id={id}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
    >
      <div className="sheet__h">
        <h2 id={`${id}-title`}>{title}</h2>
        <a className="btn btn--quiet" href={closeHref}>
          <Icon name="x" />
          {t("close")}
        </a>
      </div>
      <div className="sheet__b">{children}</div>
      {footer ? <div className="sheet__f">{footer}</div> : null}
    </section>
  );
}

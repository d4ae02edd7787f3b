import type { ReactNode } from "react";
import { signOutAction } from "@/app/stories/actions";
import type { NavigationKey } from "@/components/layout/navigation";
import { Shell } from "@/components/layout/shell";

const navigation = [
  { key: "desk", href: "/stories/desk", count: 4 },
  { key: "agreements", href: "/stories/agreements/list", count: 1 },
  { key: "tasks", href: "/stories/tasks/list", count: 3 },
  { key: "offices", href: "/stories/ui" },
  { key: "refusals", href: "/stories/log" },
] as const;

type StoryShellProps = {
  current?: NavigationKey;
  sheet?: ReactNode;
  saved?: string;
  children: ReactNode;
};

export function StoryShell({ current, sheet, saved, children }: StoryShellProps) {
  return (
    <Shell
      homeHref="/stories/desk"
      tenantName="Tỉnh Phú Thọ"
      demonstration
      navigation={navigation}
      current={current}
      sheet={sheet}
      saved={saved ? { id: "story", text: saved } : null}
      person={{
        accountId: "story",
        name: "Trần Thị Minh Hà",
        post: "Chánh Văn phòng",
        officeCode: "VPTU",
        switchPostHref: "#",
        certificatesHref: "#",
        passwordHref: "#",
        setLanguage: signOutAction,
        signOut: signOutAction,
      }}
    >
      {children}
    </Shell>
  );
}

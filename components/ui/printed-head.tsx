import { OfficialHead, type OfficialHeadProps } from "@/components/ui/official-head";

type PrintedHeadProps = Omit<OfficialHeadProps, "number"> & { title: string; about: string };

/** What a page of figures begins with on paper, in the place of the head it has on the screen. */
export function PrintedHead({ title, about, ...head }: PrintedHeadProps) {
  return (
    <div className="onlyprint printed">
      <OfficialHead {...head} />
      <p className="printed__title">{title.toLocaleUpperCase("vi")}</p>
      <p className="printed__about">{about}</p>
    </div>
  );
}

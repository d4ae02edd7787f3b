import type { Made } from "@/tests/support/files/make-files";
import type { Portal } from "./portal";
import { formWith } from "./uploads";

/** A browser of a citizen: it keeps cookies, follows no redirect by itself and has no script. */
export class CitizenBrowser {
  readonly jar = new Map<string, string>();

  constructor(
    private readonly portal: Portal,
    readonly slug: string,
    /** Whose pages it is at: a citizen's, those of a body outside, or of a party outside. */
    private readonly at: "citizen" | "link" | "party" = "citizen",
  ) {}

  private remember(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "") this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return response;
  }

  private get person() {
    return { cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ") };
  }

  async get(page: string): Promise<Response> {
    return this.remember(await this.portal.get(`/${this.slug}/${this.at}${page}`, this.person));
  }

  async text(page: string): Promise<string> {
    const response = await this.get(page);
    return response.status === 200
      ? await response.text()
      : `${response.status} ${response.headers.get("location")}`;
  }

  /** Sends a form; answers where it leads. */
  async send(act: string, fields: Record<string, string>, files: readonly Made[] = []): Promise<string> {
    const response = await this.post(act, fields, files);
    return response.headers.get("location") ?? String(response.status);
  }

  async post(act: string, fields: Record<string, string>, files: readonly Made[] = []): Promise<Response> {
    const path = `/${this.slug}/upload/${this.at}/${act}`;
    return this.remember(await this.portal.post(path, formWith(fields, files), this.person));
  }

  /** Code and secret as the page shows them. */
  async receipt(): Promise<{ code: string; secret: string }> {
    const page = await this.text("/sent");
    const [code = "", secret = ""] = [...page.matchAll(/<dd>([^<]+)<\/dd>/g)].map(([, value]) => value);
    return { code, secret };
  }
}

export const telling = (bodyId: string): Record<string, string> => ({
  bodyId,
  subject: "Xin tính lại tiền đền bù đất vườn",
  content: "Nhà tôi có 312 m² đất vườn ở Gò Sành bị thu hồi làm đường. Tiền đền bù tính theo giá năm 2023.",
  fullName: "Đinh Thị Trâm Ngọc",
  address: "Khu 5, xã Hy Cương",
  phone: "0900 000 733",
});

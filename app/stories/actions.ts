"use server";

import type { FormState, FormValues } from "@/lib/platform/forms/form-state";

const secrets = ["passphrase", "password"];

function typedValues(data: FormData): FormValues {
  const names = [...new Set(data.keys())].filter((name) => !name.startsWith("$") && !secrets.includes(name));
  return Object.fromEntries(names.map((name) => [name, data.getAll(name).map(String)]));
}

/** Every field comes back as wrong or as typed, so that both can be looked at. */
export async function wrongAction(_state: FormState, data: FormData): Promise<FormState> {
  const fieldErrors = {
    title: ["Viết tên nhiệm vụ, từ 3 ký tự"],
    due: ["Ngày phải từ hôm nay trở đi"],
    office: ["Chọn cơ quan"],
    declared: ["Xác nhận không thuộc danh mục bí mật nhà nước"],
    passphrase: ["Mật khẩu ký chưa đúng. Còn 4 lần thử."],
  };
  return { status: "error", fieldErrors, values: typedValues(data) };
}

export async function refusedAction(_state: FormState, data: FormData): Promise<FormState> {
  const formError = {
    message: "Nhiệm vụ chưa kết thúc: việc này thuộc VPTU, cơ quan chủ trì",
    quote: {
      text: "“Cơ quan chủ trì tổng hợp, tiếp thu ý kiến và kết thúc nhiệm vụ.”",
      source: "Điều 3 khoản 3, Quy chế 01/QCPH",
    },
    hint: "Anh/chị có thể gửi góp ý. Lần thực hiện này đã được ghi vào nhật ký.",
  };
  return { status: "error", formError, fieldErrors: {}, values: typedValues(data) };
}

export async function signOutAction(): Promise<void> {}

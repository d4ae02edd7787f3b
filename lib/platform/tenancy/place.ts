/** The place of a paper, "Phú Thọ", from the tenant's name, "Tỉnh Phú Thọ". */
export function placeOf(tenantName: string): string {
  return tenantName.replace(/^(Tỉnh|Thành phố|Xã|Phường|Đặc khu) /, "");
}

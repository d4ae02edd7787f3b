const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Points of PDF user space, of which 72 are an inch. */
export function millimetres(value: number): number {
  return value * POINTS_PER_MILLIMETRE;
}

/** A4 page with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I: 20 top and bottom, 30 left, 18 right. */
export const page = {
  width: 595.28,
  top: millimetres(20),
  bottom: millimetres(20),
  left: millimetres(30),
  right: millimetres(18),
} as const;

export const textWidth = page.width - page.left - page.right;

export const bodyFontSize = 13.5;

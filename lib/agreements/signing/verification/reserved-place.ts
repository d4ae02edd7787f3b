/** Where a visible signature mark may stand: page from 1, rectangle in points [left, bottom, right, top]. */
export type ReservedPlace = {
  page: number;
  rectangle: readonly [number, number, number, number];
  /** Only the field of this name may stand here. */
  fieldName?: string;
};

export type Box = { left: number; bottom: number; right: number; top: number };

export function isInsideReservedPlace(
  places: readonly ReservedPlace[],
  page: number,
  fieldName: string,
  box: Box,
): boolean {
  return places.some((place) => {
    const [left, bottom, right, top] = place.rectangle;
    return (
      place.page === page &&
      (place.fieldName ?? fieldName) === fieldName &&
      box.left >= left &&
      box.bottom >= bottom &&
      box.right <= right &&
      box.top <= top
    );
  });
}

/** The box of a /Rect array in either order of its corners; undefined unless it is four finite numbers. */
export function boxOf(rectangle: unknown): Box | undefined {
  if (!Array.isArray(rectangle) || rectangle.length !== 4) return undefined;
  const numbers = rectangle.filter(
    (value): value is number => typeof value === "number" && Number.isFinite(value),
  );
  const [x0, y0, x1, y1] = numbers;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined;
  return { left: Math.min(x0, x1), bottom: Math.min(y0, y1), right: Math.max(x0, x1), top: Math.max(y0, y1) };
}

/** A line without area is still something to see. */
export function isVisible(box: Box): boolean {
  return box.right > box.left || box.top > box.bottom;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

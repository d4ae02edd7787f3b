// Makes a screenshot a third as large: 256 colours are enough for a page, and the repository keeps every picture.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const colours = 256;

function chunksOf(png) {
  const chunks = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString("latin1", at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

/** Undoes the line filters of a PNG (RFC 2083, section 6) in place; answers the bytes without the filter marks. */
function unfiltered(raw, width, height, size) {
  const stride = width * size;
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= size ? out[y * stride + x - size] : 0;
      const up = y > 0 ? out[(y - 1) * stride + x] : 0;
      const corner = x >= size && y > 0 ? out[(y - 1) * stride + x - size] : 0;
      const added = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + added;
    }
  }
  return out;
}

function distance(one, other) {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255));
  return 3 * red * red + 4 * green * green + 2 * blue * blue;
}

/** The most frequent colours, and for every colour the nearest of them. */
function paletteOf(counts) {
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, colours)
    .map(([colour]) => colour);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of counts.keys()) {
    if (nearest.has(colour)) continue;
    let best = 0;
    for (let index = 1; index < palette.length; index += 1) {
      if (distance(colour, palette[index]) < distance(colour, palette[best])) best = index;
    }
    nearest.set(colour, best);
  }
  return { palette, nearest };
}

function chunk(type, data) {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, "latin1");
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

/** The same picture with at most 256 colours. Takes what a browser makes: 8 bits a channel, no interlace, opaque. */
export function withPalette(png) {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === "IHDR").data;
  const [width, height, size] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3];
  const packed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const pixels = unfiltered(inflateSync(packed), width, height, size);
  const colourAt = (index) => pixels.readUIntBE(index * size, 3);
  const counts = new Map();
  for (let index = 0; index < width * height; index += 1) {
    const colour = colourAt(index);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const { palette, nearest } = paletteOf(counts);
  const lines = Buffer.alloc((width + 1) * height);
  for (let index = 0; index < width * height; index += 1) {
    lines[index + Math.floor(index / width) + 1] = nearest.get(colourAt(index));
  }
  const table = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => table.writeUIntBE(colour, index * 3, 3));
  // Eight bits an index, type 3: by palette.
  const shape = Buffer.concat([header.subarray(0, 8), Buffer.from([8, 3, 0, 0, 0])]);
  return Buffer.concat([
    signature,
    chunk("IHDR", shape),
    chunk("PLTE", table),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

import { EarshotError } from '../../errors.ts';

/**
 * The container of every model file: "EARM", the length of a JSON head (32 bits, little-endian), that JSON, then byte arrays one after another,
 * whose names and lengths the JSON lists under `arrays`.
 */
export interface ModelFile {
  head: Record<string, unknown>;
  arrays: Record<string, Uint8Array>;
}

const MAGIC = [0x45, 0x41, 0x52, 0x4d];
const HEAD_START = 8;

export function encodeModelFile({ head, arrays }: ModelFile): Uint8Array {
  const list = Object.entries(arrays).map(([name, bytes]) => [name, bytes.length] as const);
  const json = new TextEncoder().encode(JSON.stringify({ ...head, arrays: list }));
  const total = list.reduce((sum, [, length]) => sum + length, HEAD_START + json.length);
  const file = new Uint8Array(total);
  file.set(MAGIC);
  new DataView(file.buffer).setUint32(4, json.length, true);
  file.set(json, HEAD_START);
  let at = HEAD_START + json.length;
  for (const bytes of Object.values(arrays)) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/** @throws EarshotError 'model-damaged'. */
export function decodeModelFile(file: Uint8Array, name: string): ModelFile {
  try {
    if (MAGIC.some((byte, nth) => file[nth] !== byte)) throw new TypeError('not a model file');
    const length = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(4, true);
    const { arrays: list, ...head } = JSON.parse(new TextDecoder().decode(file.subarray(HEAD_START, HEAD_START + length))) as {
      arrays: [string, number][];
    };
    let at = HEAD_START + length;
    const arrays: Record<string, Uint8Array> = {};
    for (const [array, size] of list) {
      // Copied: the bytes of a wider number must begin at a multiple of its width.
      arrays[array] = new Uint8Array(file.subarray(at, at + size));
      if (arrays[array].length !== size) throw new TypeError('cut short');
      at += size;
    }
    return { head, arrays };
  } catch (error) {
    throw new EarshotError('model-damaged', `The model ${name} can't be read. Install Earshot again, or run npm run train.`, {
      cause: error,
    });
  }
}

/** Rising positions as differences of 7 bits a byte, the high bit saying that more follow (LEB128). */
export function packRising(positions: Int32Array): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (const position of positions) {
    let step = position - previous;
    previous = position;
    for (; step >= 0x80; step >>>= 7) bytes.push((step & 0x7f) | 0x80);
    bytes.push(step);
  }
  return Uint8Array.from(bytes);
}

export function unpackRising(bytes: Uint8Array): Int32Array {
  const positions: number[] = [];
  let [position, step, shift] = [0, 0, 0];
  for (const byte of bytes) {
    step |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte & 0x80) continue;
    position += step;
    positions.push(position);
    [step, shift] = [0, 0];
  }
  return Int32Array.from(positions);
}

export function bytesOf(array: Int32Array | Int8Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

export function int32Of(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Int32Array.BYTES_PER_ELEMENT);
}

export function int8Of(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

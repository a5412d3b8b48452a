/** Hands out arrays of zeros. */
export interface Slab<Numbers> {
  take(length: number): Numbers;
  /** The first `length` numbers of another array, to keep. */
  copy(from: Numbers, length: number): Numbers;
}

interface NumbersOf<Numbers> {
  new (length: number): Numbers;
  readonly BYTES_PER_ELEMENT: number;
}

interface TypedArray {
  [at: number]: number;
  readonly length: number;
  subarray(from: number, to: number): this;
}

const SLAB_LENGTH = 65_536;
/** V8 keeps arrays of up to 64 bytes on its own heap, which is quicker still. */
const SMALL_BYTES = 64;

/**
 * Many small arrays as views of few large ones: V8 takes near a microsecond for a typed array beyond 64 bytes, a tenth of that for a view. A large
 * one is freed when none of its views is in use any more, so what is kept for long should be copied.
 */
function createSlab<Numbers extends TypedArray>(Own: NumbersOf<Numbers>): Slab<Numbers> {
  const small = SMALL_BYTES / Own.BYTES_PER_ELEMENT;
  let slab = new Own(SLAB_LENGTH);
  let used = 0;

  function take(length: number): Numbers {
    if (length <= small || length > SLAB_LENGTH / 8) return new Own(length);
    if (used + length > SLAB_LENGTH) {
      slab = new Own(SLAB_LENGTH);
      used = 0;
    }
    used += length;
    return slab.subarray(used - length, used);
  }

  return {
    take,
    copy(from, length) {
      const own: TypedArray = take(length);
      for (let at = 0; at < length; at++) own[at] = from[at]!;
      return own as Numbers;
    },
  };
}

export const int32s = createSlab<Int32Array>(Int32Array);
export const float32s = createSlab<Float32Array>(Float32Array);
export const float64s = createSlab<Float64Array>(Float64Array);

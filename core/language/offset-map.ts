/** A stretch of the input that the output holds in another form, `length` code units long. Sorted, not overlapping. */
export interface Edit {
  start: number;
  end: number;
  length: number;
}

/**
 * Turns offsets in an edited text into offsets in the text before the edits. Offsets are UTF-16 code units. An offset inside a replacement maps to the start of what was replaced, or with `side`
 * `end` to its end, so that a range over a replacement covers the whole of it.
 */
export function createOffsetMap(edits: readonly Edit[]): (offset: number, side?: 'start' | 'end') => number {
  // Positions in the output at which each edit's replacement begins.
  const starts: number[] = [];
  let shift = 0;
  for (const edit of edits) {
    starts.push(edit.start + shift);
    shift += edit.length - (edit.end - edit.start);
  }
  return (offset, side = 'start') => {
    const index = lastBefore(starts, offset, side);
    if (index < 0) return offset;
    const edit = edits[index]!;
    const into = offset - starts[index]!;
    if (into < edit.length) return side === 'start' || into === 0 ? edit.start : edit.end;
    return edit.end + into - edit.length;
  };
}

/** Index of the last replacement that begins at or before an offset (for a range's end: before it), −1 if none does. */
function lastBefore(starts: readonly number[], offset: number, side: 'start' | 'end'): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBefore = side === 'start' ? starts[middle]! <= offset : starts[middle]! < offset;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

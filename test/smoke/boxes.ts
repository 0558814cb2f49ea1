// MP4 boxes made by hand, so that each number in them can be the one that is tested.

/** Numbers of 4 bytes each. */
export function numbers(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value >>> 0);
  return bytes;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A box with its content; `size` is what it says of itself. */
export function box(
  type: string,
  content: Uint8Array = new Uint8Array(),
  size = content.length + 8,
): Uint8Array {
  return joined(numbers(size), Buffer.from(type, 'latin1'), content);
}

/** A box whose size takes 8 bytes. */
export function wideBox(type: string, content: Uint8Array, size = content.length + 16): Uint8Array {
  return joined(numbers(1), Buffer.from(type, 'latin1'), numbers(0, size), content);
}

/** Media of so many bytes. */
export const media = (bytes: number): Uint8Array => box('mdat', new Uint8Array(bytes));

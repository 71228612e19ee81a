/** Where arrays come from, filled with zeros. */
export interface Room {
  floats(length: number): Float64Array;
  ints(length: number): Int32Array;
  bytes(length: number): Uint8Array;
}

/** Each array has memory of its own and lives as long as somebody holds it. */
export const OWN_ROOM: Room = {
  floats: (length) => new Float64Array(length),
  ints: (length) => new Int32Array(length),
  bytes: (length) => new Uint8Array(length),
};

const FIRST_SIZE = 1 << 18;

/**
 * One piece of memory for all arrays until `clear`, which makes them void. To make a typed array costs a microsecond, more than to
 * fill a small one, and a report needs thousands.
 */
export class SharedRoom implements Room {
  private memory = new ArrayBuffer(FIRST_SIZE);
  private taken = 0;

  clear(): void {
    this.taken = 0;
  }

  floats(length: number): Float64Array {
    const place = this.take(8 * length);
    return new Float64Array(this.memory, place, length).fill(0);
  }

  ints(length: number): Int32Array {
    const place = this.take(4 * length);
    return new Int32Array(this.memory, place, length).fill(0);
  }

  bytes(length: number): Uint8Array {
    const place = this.take(length);
    return new Uint8Array(this.memory, place, length).fill(0);
  }

  /** Takes bytes, in whole groups of eight. Larger memory takes the place of the one that is full; arrays in that stay as they are. */
  private take(bytes: number): number {
    const wanted = (bytes + 7) & ~7;
    if (this.taken + wanted > this.memory.byteLength) {
      this.memory = new ArrayBuffer(2 * Math.max(this.memory.byteLength, wanted));
      this.taken = 0;
    }
    const place = this.taken;
    this.taken += wanted;
    return place;
  }
}

/** An Int32Array that grows by doubling; `finish` returns exactly the cells pushed. */
export class GrowingIntegers {
  #cells = new Int32Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#cells.length) {
      const wider = new Int32Array(this.#length * 2)
      wider.set(this.#cells)
      this.#cells = wider
    }
    this.#cells[this.#length++] = value
  }

  /** Forgets the cells from `length` on. */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, length)
  }

  finish(): Int32Array {
    return this.#cells.slice(0, this.#length)
  }
}

/** A Float64Array that grows by doubling; `finish` returns exactly the cells pushed. */
export class GrowingNumbers {
  #cells = new Float64Array(1024)
  #length = 0

  push(value: number): void {
    if (this.#length === this.#cells.length) {
      const wider = new Float64Array(this.#length * 2)
      wider.set(this.#cells)
      this.#cells = wider
    }
    this.#cells[this.#length++] = value
  }

  truncate(length: number): void {
    this.#length = Math.min(this.#length, length)
  }

  finish(): Float64Array {
    return this.#cells.slice(0, this.#length)
  }
}
